import { z } from "zod";
import { runGather } from "../../pipeline/run-gather.ts";
import { parseFlags, WHOLE_NUMBER } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

const GatherFlags = z.object({ seeds: z.string(), out: z.string(), documents: WHOLE_NUMBER });

/** Does what a `tapis gather` command line asks for. */
export async function gather(
  corpus: string,
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { seeds, out, documents } = parseFlags(GatherFlags, rawFlags);
  await runGather({
    files: {
      articles: [
        { path: `${corpus}/articles.jsonl.gz`, source: "corpus" },
        { path: `${seeds}/news-about-gambling.jsonl`, source: "seeds/news" },
        { path: `${seeds}/ordinary.jsonl`, source: "seeds/ordinary" },
      ],
      spam: [
        { path: `${corpus}/spam.jsonl.gz`, source: "corpus" },
        ...["id", "ms", "en"].map((lang) => ({
          path: `${seeds}/spam-${lang}.jsonl`,
          source: "seeds/spam",
        })),
      ],
    },
    out,
    documentCount: documents,
    onStep: (step) => terminal.stderr.write(`${step}\n`),
  });
}
