import { PAGE_STYLE } from "../report/page-look.ts";

/** How the demo page looks: the field beside the decided article, one above the other where there is no room. */
export const DEMO_STYLE: string = `
${PAGE_STYLE}
body { max-width: 90rem; padding: 1rem clamp(1rem, 3vw, 2.5rem) 2rem; }
header { display: flex; flex-wrap: wrap; gap: 0 1.2rem; align-items: baseline; margin-bottom: .8rem; } header p { margin: 0; color: var(--faint); } h1 { letter-spacing: -.01em; }
button, select, textarea { font: inherit; color: inherit; }
button { background: var(--card); border: 1px solid var(--rule); border-radius: .4rem; padding: .3rem .75rem; cursor: pointer; }
button:hover { border-color: var(--faint); }
.controls { display: flex; flex-wrap: wrap; gap: .9rem 2.2rem; align-items: end; padding: .9rem 1.1rem; margin-bottom: 1.1rem; background: var(--card); border-radius: .7rem; }
.controls button, .controls select { background: var(--paper); }
.choice { flex: 0 1 25rem; min-width: 0; }
.controls label, legend { display: block; padding: 0; margin-bottom: .25rem; font-size: .85rem; color: var(--faint); }
select { width: 100%; padding: .35rem .5rem; border: 1px solid var(--rule); border-radius: .4rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.sure { flex: 1 1 20rem; max-width: 36rem; } .sure div { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; }
.sure input { flex: 1 1 9rem; min-width: 7rem; accent-color: var(--line); } output { font-weight: 600; font-variant-numeric: tabular-nums; }
[aria-pressed=true] { border-color: var(--line); color: var(--line); box-shadow: inset 0 0 0 1px var(--line); }
.presets { display: flex; gap: .35rem; }
main { display: grid; gap: 1.1rem; }
main section { display: flex; flex-direction: column; min-width: 0; }
.bar { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; justify-content: space-between; min-height: 2.6rem; margin-bottom: .4rem; }
h2 { margin: 0; font-size: 1.05rem; } h2 label { cursor: inherit; }
.tools { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; } .views { display: flex; gap: .2rem .9rem; font-size: .9rem; } .views label { white-space: nowrap; } .views input { margin: 0 .2rem 0 0; accent-color: var(--line); }
textarea, #decided { margin: 0; border: 1px solid var(--rule); border-radius: .7rem; background: var(--paper); }
textarea { display: block; width: 100%; height: 16rem; padding: .9rem 1.1rem; resize: vertical; line-height: 1.55; }
#decided { list-style: none; padding: .5rem 0; min-height: 8rem; }
#decided:empty::before { content: "Nothing to decide yet."; display: block; padding: .5rem 1.1rem; color: var(--faint); }
.row { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); align-items: start; border-left: 3px solid transparent; padding: .2rem .7rem .2rem 0; }
.row .body { unicode-bidi: isolate; white-space: pre-wrap; padding: .1rem 0; } .body p { margin: 0; }
.why { border: 0; background: none; padding: .1rem .6rem 0 .4rem; white-space: nowrap; text-align: right; color: var(--faint); line-height: 1.2; font-size: .8rem; font-variant-numeric: tabular-nums; }
.why b { display: block; font-weight: inherit; line-height: 1.45rem; } .why:hover b { text-decoration: underline; } .why span { font-size: .72rem; }
[data-fate=cut] { background: var(--cut-back); border-color: var(--cut); } [data-fate=cut] .why { color: var(--cut); font-weight: 600; }
[data-fate=unsure] { background: var(--unsure-back); border-color: var(--unsure); } [data-fate=unsure] .why { color: var(--unsure); font-weight: 600; }
[data-fate=restored] { border-color: var(--line); border-left-style: dashed; } [data-fate=restored] .why { color: var(--line); }
del { text-decoration-color: var(--cut); text-decoration-thickness: .09em; }
.undo { float: right; margin: 0 0 .2rem .8rem; background: var(--paper); font-size: .85rem; padding: .15rem .6rem; white-space: nowrap; }
.reasons { grid-column: 2 / -1; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem .8rem; margin: .35rem 0 .5rem; padding: .5rem .7rem; font-size: .85rem; line-height: 1.45; background: var(--paper); border-radius: .4rem; box-shadow: inset 0 0 0 1px var(--rule); }
.reasons dt { color: var(--faint); } .reasons dd { margin: 0; unicode-bidi: isolate; }
[data-view=cleaned] [data-fate=cut] { display: none; }
.foot { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; justify-content: space-between; min-height: 1.6rem; margin-top: .4rem; font-size: .9rem; color: var(--faint); } #status { color: var(--ink); } #speed { font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
@media (min-width: 60rem) {
  body { display: flex; flex-direction: column; height: max(36rem, 100dvh); padding-bottom: 1rem; }
  main { flex: 1; min-height: 0; grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr); }
  textarea, #decided { flex: 1; min-height: 0; resize: none; } #decided { overflow-y: auto; overscroll-behavior: contain; }
}
`.trim();
