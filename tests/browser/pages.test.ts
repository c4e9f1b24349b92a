import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM } from "../chromium.ts";
import { renderEvaluation } from "../../src/report/evaluation-page.ts";
import { smallEvaluation } from "../report/small-evaluation.ts";
import { SMALL_SUMMARY } from "../report/small-summary.ts";
import { renderCleanReport, type ShownDocument } from "../../src/report/clean-report.ts";

const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror="alert(1)">\u202Eabc\u2066 ' +
  "x".repeat(50_000);

function documentOf(number: number): ShownDocument {
  const verdict = number % 3 === 0 ? "unsure" : "cut";
  const text = number === 5 ? HOSTILE : `slot number ${number} of the day`;
  const words = [{ word: "slot", logOdds: 6 }];
  return {
    place: `crawl.jsonl:${number}`,
    id: number % 2 === 0 ? `https://news.example/${number}` : undefined,
    doubt: 1 - number / 2000,
    paragraphs: [
      {
        text: `News number ${number}.`,
        verdict: "keep",
        posterior: 0.01,
        words: [],
        skipped: number % 4,
      },
      { text, verdict, posterior: 0.99, words, skipped: 0 },
    ],
  };
}

/** A browser may be slow on a machine that has much to do. */
const PATIENT = { timeout: 120_000 };

function renderDocuments(count: number): string {
  return renderCleanReport({
    summary: { ...SMALL_SUMMARY, documents: 2000 },
    entries: Array.from({ length: count }, (_, number) => documentOf(number)),
    flagged: 100_000,
    histogram: Array.from({ length: 20 }, (_, bin) => bin * bin),
    sites: [{ name: "news.example", count: 7 }],
    kinds: [{ name: "slot machines", count: 7 }],
    campaigns: [
      {
        paragraphs: 7,
        documents: 3,
        templates: 2,
        example: HOSTILE,
        places: [],
        brands: [{ name: "SLOT88", count: 3 }],
        hosts: [],
        phones: [],
      },
    ],
  });
}

describe.skipIf(CHROMIUM === undefined)("a page in a browser", PATIENT, () => {
  let browser: Browser;
  let faults: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => browser.close());

  async function open(
    options: Parameters<Browser["newPage"]>[0] = {},
    content = renderDocuments(2000),
  ): Promise<Page> {
    const page = await browser.newPage({ ...options, bypassCSP: true });
    faults = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("dialog", (dialog) => {
      faults.push("a dialog");
      void dialog.dismiss();
    });
    await page.setContent(content);
    return page;
  }

  test("is searched and filtered, and says how many are left", async () => {
    const page = await open();
    expect(await page.textContent("#shown")).toBe("2000 of 2000 documents shown");
    await page.fill("input[type=search]", "number 1999 NEWS");
    expect(await page.textContent("#shown")).toBe("1 of 2000 documents shown");
    await page.fill("input[type=search]", "");
    await page.selectOption("select", "unsure");
    expect(await page.textContent("#shown")).toBe("667 of 2000 documents shown");
    expect(faults).toEqual([]);
    await page.close();
  });

  test("goes from document to document by keys, and opens one", async () => {
    const page = await open();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    expect(await page.textContent("details[open] .place")).toBe("crawl.jsonl:1");
    expect(await page.isVisible("details[open] del")).toBe(true);
    await page.keyboard.press("/");
    await page.keyboard.type("j");
    expect(await page.inputValue("input[type=search]")).toBe("j");
    await page.close();
  });

  test("shows a document as it was cleaned, and side by side", async () => {
    const page = await open();
    await page.click("details >> nth=1 >> summary");
    await page.check("input[value=cleaned]");
    expect(await page.isVisible("details[open] p.cut")).toBe(false);
    await page.check("input[value=sides]");
    expect(await page.isVisible("details[open] .before p.cut")).toBe(true);
    expect(await page.isVisible("details[open] .after p.cut")).toBe(false);
    expect(await page.isVisible("details[open] .after p.keep")).toBe(true);
    await page.close();
  });

  test("lets no article run script or break out of the page", async () => {
    for (const width of [390, 1100]) {
      const page = await open({ viewport: { width, height: 800 } });
      await page.click("details >> nth=5 >> summary");
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  test.for(["light", "dark"] as const)(
    "has nothing that axe objects to: %s",
    async (colorScheme) => {
      const page = await open({ colorScheme }, renderDocuments(20));
      await page.click("details:visible >> nth=0 >> summary");
      expect(await violationsIn(page)).toEqual([]);
      await page.close();
    },
  );

  test.for(["light", "dark"] as const)(
    "an evaluation has no faults of that kind either: %s",
    async (colorScheme) => {
      const page = await open(
        { colorScheme, viewport: { width: 390, height: 800 } },
        renderEvaluation(smallEvaluation()),
      );
      expect(await violationsIn(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});

async function violationsIn(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate("axe.run().then((result) => result.violations.map(({ id }) => id))");
}
