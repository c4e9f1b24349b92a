// What README and guides speak of, made small: a crawl, an article, labelled documents, and data to train from.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gzip } from "../../src/io/gzip.ts";
import { readLabelledDocuments } from "../../src/pipeline/read-labelled-documents.ts";
import { runGather } from "../../src/pipeline/run-gather.ts";
import { ARTICLES } from "../examples/site/articles.ts";
import { renderPage } from "../examples/site/pages.ts";
import type { InstalledFolder } from "../installed-folder.ts";
import { toyArticles, toyRuns } from "../toy-texts.ts";

const EXAMPLES = "data/examples";

const TWO_RECORDS = `{"url":"/a","body":"Harga beras naik di pasar induk pekan ini."}
{"url":"/b","body":["Warga memperbaiki jembatan desa.","Situs slot gacor terpercaya, klaim bonus member baru 100%!"]}
`;

/** Fills a folder with everything that the code blocks read. */
export async function prepareFolder(folder: InstalledFolder): Promise<void> {
  const at = (name: string): string => folder.at(name);
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(at(name)), { recursive: true });
    await writeFile(at(name), content);
  };
  await cp(EXAMPLES, at(EXAMPLES), { recursive: true });
  for (const name of ["labelled", "my-labels", "held-out"]) {
    await cp(`${EXAMPLES}/documents.jsonl`, at(`${name}.jsonl`));
  }
  await cp(`${EXAMPLES}/articles/id-regional-budget-tail.txt`, at("article.txt"));

  const rows: object[] = [];
  for await (const { id, text } of readLabelledDocuments(`${EXAMPLES}/documents.jsonl`)) {
    rows.push({ url: `https://news.example/${id}`, text });
  }
  const feed = toLines(rows);
  await write("crawl.jsonl", feed);
  await write("crawl.jsonl.gz", gzip(Buffer.from(feed)));
  await write("crawl/feed.jsonl", feed);
  await cp(`${EXAMPLES}/articles`, at("crawl/articles"), { recursive: true });
  for (const article of ARTICLES) {
    await write(`crawl/pages${article.path}.html`, renderPage(article));
  }
  await write("two.jsonl", TWO_RECORDS);
  await gatherToyData(at, write);
}

/** Makes what `tapis train` reads, of a few made-up texts, so that it trains in seconds. */
async function gatherToyData(
  at: InstalledFolder["at"],
  write: (name: string, content: string) => Promise<void>,
): Promise<void> {
  const pieces = toyRuns(40).flatMap(({ pieces: all, ...run }) =>
    all.map((piece) => ({ ...run, ...piece })),
  );
  await write("corpus/articles.jsonl", toLines(toyArticles(60)));
  await write("corpus/spam.jsonl", toLines(pieces));
  await runGather({
    files: {
      articles: [{ path: at("corpus/articles.jsonl"), source: "corpus" }],
      spam: [{ path: at("corpus/spam.jsonl"), source: "corpus" }],
    },
    out: at("data"),
    documentCount: 100,
    onStep: () => {},
  });
}

const toLines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
