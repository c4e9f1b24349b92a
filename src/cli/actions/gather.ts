import * as z from "zod/mini";
import { listFiles } from "../../io/list-files.ts";
import { runGather } from "../../pipeline/run-gather.ts";
import type { TextFile } from "../../pipeline/training-texts.ts";
import { parseFlags, WHOLE_NUMBER } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

const GatherFlags = z.object({
  measured: z.optional(z.string()),
  seeds: z.string(),
  out: z.string(),
  documents: WHOLE_NUMBER,
});

/** Does what a `tapis gather` command line asks for. */
export async function gather(
  corpus: string,
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { measured, seeds, out, documents } = parseFlags(GatherFlags, rawFlags);
  const spamSeeds = (await listFiles(seeds, ".jsonl")).filter((path) => /spam-[^/]*$/u.test(path));
  await runGather({
    files: {
      articles: [
        ...corpora(corpus, measured, "articles.jsonl.gz"),
        { path: `${seeds}/news-about-gambling.jsonl`, source: "seeds/news" },
        { path: `${seeds}/ordinary.jsonl`, source: "seeds/ordinary" },
      ],
      spam: [
        ...corpora(corpus, measured, "spam.jsonl.gz"),
        ...spamSeeds.map((path) => ({ path, source: "seeds/spam" })),
      ],
    },
    out,
    documentCount: documents,
    onStep: (step) => terminal.stderr.write(`${step}\n`),
  });
}

function corpora(corpus: string, measured: string | undefined, file: string): TextFile[] {
  const own = { path: `${corpus}/${file}`, source: "corpus" };
  return measured === undefined
    ? [own]
    : [own, { path: `${measured}/${file}`, source: "corpus", isMeasured: true }];
}
