import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { z } from "zod";
import { CHROMIUM } from "../chromium.ts";
import { buildDemoPage } from "../demo-page.ts";
import { type Bench, SEED } from "./bench.ts";
import { generateArticles } from "./generate-articles.ts";
import { median, quantile } from "./statistics.ts";
import { figuresOf, formatTime, type Section } from "./table.ts";

/** Length of the article that is typed in, in code units. */
const LENGTH = 50_000;
/** Keys that are pressed in each place for each run, and before all of them so that the page is warm. */
const KEYS = 20;
/** What is typed: words and sentences, so that both grow. */
const TYPED = "kabar baru. ";

/** Where keys are pressed: how far into the article, as a share of its length. */
const PLACES: Readonly<Record<string, number>> = {
  "at its head": 0,
  "in its middle": 0.5,
  "in the spam at its end": 0.999,
};

/** What the page says of each key: how long the decision took, with showing it, and from the key to the frame after it. */
const Timings = z.object({
  decide: z.array(z.number()),
  show: z.array(z.number()),
  frame: z.array(z.number()),
});

/** How long the demo page takes for each key that is pressed in a long article, in Chromium. */
export async function measureDemo(bench: Bench): Promise<Section[]> {
  const command = `npm run bench -- demo --runs ${bench.runCount}`;
  const title = `The demo page, a key pressed in an article of ${LENGTH / 1000} kB`;
  const columns = [
    "",
    "decided, median",
    "95 %",
    "and shown, median",
    "95 %",
    "to the frame",
    "95 %",
  ];
  if (CHROMIUM === undefined) {
    const notes = ["Left out, for there is no Chromium here."];
    return [{ title, command, columns, rows: [], notes, figures: {} }];
  }
  const path = join(bench.scratch, "demo.html");
  await writeFile(path, await buildDemoPage());
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(pathToFileURL(path).href);
    await page.evaluate(RECORD);
    const text = JSON.stringify(articleWithSpam(bench));
    await page.evaluate(`navigator.clipboard.writeText(${text})`);
    await page.press("#article", "Control+a");
    await page.keyboard.press("Control+v");
    await typeAt(page, 0.5, 3 * KEYS);
    const rows: string[][] = [];
    const figures: Record<string, number> = {};
    for (const [place, share] of Object.entries(PLACES)) {
      bench.say(`demo page, ${place}`);
      const timings = await typeAt(page, share, KEYS * bench.runCount);
      const cells = Object.entries(timings).flatMap(([name, times]) => {
        figures[`${place}, ${name}, median, ms`] = median(times);
        figures[`${place}, ${name}, 95 %, ms`] = quantile(times, 0.95);
        return [median(times), quantile(times, 0.95)].map(formatTime);
      });
      rows.push([place, ...cells]);
    }
    const notes = [
      `${browser.browserType().name()} ${browser.version()}; ${KEYS * bench.runCount} keys in each place. Times as the page has them: of the decision, with the change of the page, and from the key to behind the frame that shows it, which comes every 16.7 ms.`,
      `The page said: ${await page.textContent("#status")}.`,
    ];
    return [{ title, command, columns, rows, notes, figures: figuresOf(figures) }];
  } finally {
    await browser.close();
  }
}

/** An article that is all about one thing, with spam at its end. */
function articleWithSpam({ texts }: Bench): string {
  const options = { seed: SEED, spamShare: 1, length: LENGTH };
  for (const { text, spam, lang } of generateArticles(texts, options)) {
    const [span] = spam;
    if (lang === "id" && span?.end === text.length && span.start > 0) {
      const article = text.slice(0, span.start);
      const injected = text.slice(span.start);
      return `${article.slice(0, LENGTH - injected.length - 2).trimEnd()}\n\n${injected}`;
    }
  }
  throw new RangeError("articleWithSpam: there must be one");
}

/** Presses keys in a place of the article, each when the page has shown the one before. */
async function typeAt(page: Page, share: number, count: number): Promise<z.infer<typeof Timings>> {
  await page.evaluate(`clearTimings(${share})`);
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(TYPED.charAt(key % TYPED.length).replace(" ", "Space"));
    await page.evaluate(`whenShown(${key + 1})`);
  }
  return Timings.parse(await page.evaluate("timings"));
}

/** Runs in the page: keeps what it measures of itself, and the times of frames. */
const RECORD = `
const field = document.querySelector("#article");
globalThis.clearTimings = (share) => {
  globalThis.timings = { decide: [], show: [], frame: [] };
  const at = field.value.lastIndexOf("a", share * field.value.length) + 1;
  field.focus();
  field.setSelectionRange(at, at);
};
let isShown = () => {};
globalThis.whenShown = (count) =>
  timings.frame.length >= count || new Promise((resolve) => { isShown = resolve; });
const kinds = { "decide": "decide", "decide and show": "show" };
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) globalThis.timings?.[kinds[name]].push(duration);
}).observe({ type: "measure" });
field.addEventListener("input", ({ timeStamp }) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      globalThis.timings?.frame.push(performance.now() - timeStamp);
      isShown();
    };
    port2.postMessage(undefined);
  });
}, { capture: true });
`;
