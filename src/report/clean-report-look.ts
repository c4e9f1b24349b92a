import { PAGE_STYLE } from "./page-look.ts";

/** How the page of a run looks. */
export const REPORT_STYLE: string = `
${PAGE_STYLE}
.faint, figcaption { color: var(--faint); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .6rem; padding: 0; list-style: none; }
.cards li { background: var(--card); border-radius: .5rem; padding: .6rem .8rem; } .cards b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem; align-items: start; }
.bar { fill: var(--line); }
table { width: 100%; } th, td { text-align: left; padding: .2rem .5rem; border-bottom: 1px solid var(--rule); } td:last-child, th:last-child { text-align: right; } .campaigns td, .campaigns th { text-align: left; vertical-align: top; } .campaigns td:nth-child(2) { min-width: 8rem; }
@media (min-width: 45rem) { form { position: sticky; top: 0; z-index: 1; } }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; background: var(--paper); border-bottom: 1px solid var(--rule); padding: .6rem 0; }
label, fieldset { font-size: .9rem; border: 0; margin: 0; padding: 0; } fieldset label { margin-right: .7rem; } legend { padding: 0; font-size: .9rem; }
input[type=search], select { display: block; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--faint); border-radius: .35rem; padding: .3rem .5rem; min-width: 10rem; max-width: 100%; }
#documents { list-style: none; padding: 0; } #documents > li { border-bottom: 1px solid var(--rule); }
summary { padding: .5rem .2rem; } summary .place { font-weight: 600; }
.badge { display: inline-block; border-radius: .3rem; padding: 0 .4rem; margin-left: .3rem; font-size: .85rem; white-space: nowrap; background: var(--card); color: var(--faint); }
.badge.cut { background: var(--cut-back); color: var(--cut); } .badge.unsure { background: var(--unsure-back); color: var(--unsure); }
.article { padding: 0 .3rem 1rem; } .article p { margin: .5rem 0; padding: .25rem .6rem; white-space: pre-wrap; unicode-bidi: isolate; border-left: 3px solid transparent; }
.article p.cut { background: var(--cut-back); border-color: var(--cut); } .article p.unsure { background: var(--unsure-back); border-color: var(--unsure); }
del { text-decoration-color: var(--cut); } mark { background: var(--mark); color: var(--mark-ink); border-radius: .2rem; } .why { display: block; font-size: .85rem; color: var(--faint); white-space: normal; }
.skipped { color: var(--faint); font-size: .85rem; text-align: center; }
[data-view=cleaned] .article p.cut { display: none; }
.sides { display: none; } [data-view=sides] .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } [data-view=sides] .article.whole { display: none; } .sides .before del { text-decoration: none; } .sides h3 { font-size: .95rem; margin: .3rem .6rem; } .sides .after p.cut { display: none; }
kbd { font: inherit; border: 1px solid var(--faint); border-radius: .25rem; padding: 0 .3rem; } [hidden] { display: none !important; }
`.trim();

/** What the page does: filters, searches, shows before and after, and goes from document to document by keys. */
export const REPORT_SCRIPT: string = `
const items = [...document.querySelectorAll("#documents > li")];
const texts = items.map((item) => item.textContent.toLowerCase());
const form = document.querySelector("form"), shown = document.querySelector("#shown");
const filter = () => {
  const words = form.search.value.toLowerCase().split(/\\s+/).filter(Boolean), wanted = form.only.value;
  let count = 0;
  items.forEach((item, index) => {
    const fits = (wanted === "" || item.dataset.has.includes(wanted)) && words.every((word) => texts[index].includes(word));
    item.hidden = !fits;
    if (fits) count += 1;
  });
  shown.textContent = count + " of " + items.length + " documents shown";
};
const divide = (details) => {
  if (!details.open || document.body.dataset.view !== "sides" || details.querySelector(".sides")) return;
  const whole = details.querySelector(".whole"), sides = document.createElement("div");
  sides.className = "sides";
  for (const [name, title] of [["before", "Before"], ["after", "After"]]) {
    const side = document.createElement("div"), heading = document.createElement("h3");
    side.className = "article " + name;
    heading.textContent = title;
    side.append(heading, ...[...whole.children].map((child) => child.cloneNode(true)));
    sides.append(side);
  }
  whole.after(sides);
};
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  document.body.dataset.view = form.view.value;
  filter();
  document.querySelectorAll("details[open]").forEach(divide);
});
document.querySelector("#documents").addEventListener("toggle", (event) => divide(event.target), true);
addEventListener("keydown", (event) => {
  if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key];
  if (event.key === "/") { event.preventDefault(); form.search.focus(); }
  if (step === undefined) return;
  const visible = items.filter((item) => !item.hidden);
  const at = visible.findIndex((item) => item.contains(document.activeElement));
  const next = visible[at === -1 ? 0 : Math.max(0, Math.min(visible.length - 1, at + step))];
  next?.querySelector("summary").focus();
});
filter();
`.trim();
