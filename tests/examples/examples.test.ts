import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createInstalledFolder, type InstalledFolder, type Outcome } from "../installed-folder.ts";
import { ARTICLES } from "./site/articles.ts";
import { serveSite, type Site } from "./site/serve-site.ts";

const Saved = z.object({
  url: z.string(),
  title: z.string(),
  text: z.string(),
  cuts: z.array(z.object({ text: z.string() })),
});
type SavedArticle = z.infer<typeof Saved>;

/** Where the script looks for a browser, unless CHROMIUM says otherwise. */
const hasChromium = existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium");

/** A browser, or a crawler that watches the load of the machine, may be slow where there is much to do. */
const PATIENT = { timeout: 180_000 };

/** What is to be saved: the articles as they were written, and apart from them the spam. */
const ORIGINALS = ARTICLES.map(({ path, title, paragraphs, spam }) => ({
  path,
  title,
  text: paragraphs.join("\n\n"),
  spam: spam.join("\n\n"),
}));

function compare(saved: readonly SavedArticle[], base: string): unknown[] {
  const rows = saved.map(({ url, title, text, cuts }) => ({
    path: url.slice(base.length - 1),
    title,
    text,
    spam: cuts.map((cut) => cut.text.trim()).join("\n\n"),
  }));
  const place = (path: string): number => ARTICLES.findIndex((article) => article.path === path);
  return rows.toSorted((a, b) => place(a.path) - place(b.path));
}

const parseLines = (lines: string): SavedArticle[] =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => Saved.parse(JSON.parse(line)));

describe("an example saves every article as it was before spam was injected", PATIENT, () => {
  let site: Site;
  let folder: InstalledFolder;

  beforeAll(async () => {
    site = await serveSite();
    folder = await createInstalledFolder();
  });
  afterAll(async () => {
    await site.close();
    await folder.remove();
  });

  async function runExample(name: string, ...args: readonly string[]): Promise<Outcome> {
    const code = await readFile(new URL(name, import.meta.url), "utf8");
    const outcome = await folder.script(code, args);
    expect(outcome).toMatchObject({ exitCode: 0 });
    return outcome;
  }

  test("a crawler of Crawlee", async () => {
    await runExample("crawlee/crawl.ts", site.url);
    const dataset = folder.at("storage/datasets/default");
    const files = await readdir(dataset);
    const saved = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(`${dataset}/${file}`, "utf8"))),
    );
    expect(compare(z.array(Saved).parse(saved), site.url)).toEqual(ORIGINALS);
  });

  test("fetch and Readability", async () => {
    const urls = ARTICLES.map(({ path }) => new URL(path, site.url).href);
    const { stdout } = await runExample("readability/read.ts", ...urls);
    expect(compare(parseLines(stdout), site.url)).toEqual(ORIGINALS);
  });

  test.skipIf(!hasChromium)("a script of Playwright", async () => {
    const app = `${site.url}app/`;
    const { stdout } = await runExample("playwright/read.ts", app);
    expect(compare(parseLines(stdout), app)).toEqual(ORIGINALS);
  });
});
