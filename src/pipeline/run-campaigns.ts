import * as z from "zod/mini";
import {
  type Campaign,
  campaignsIn,
  type CutParagraph,
  isComparable,
} from "../core/campaigns/campaigns.ts";
import { check } from "../core/check.ts";
import { segment } from "../core/text/segment.ts";
import { TapisError } from "../errors.ts";
import { readLines } from "../formats/read-lines.ts";
import { readChunks } from "../io/read-file.ts";

/** What became of a file of cuts. */
export interface CampaignSummary {
  /** Largest first. */
  readonly campaigns: readonly Campaign[];
  /** Cut paragraphs in all that were long enough to be compared. */
  readonly paragraphs: number;
}

const CUT = z.object({
  document: z.object({
    path: z.string(),
    line: z.optional(z.int()),
    id: z.optional(z.union([z.string(), z.number()])),
  }),
  text: z.string(),
});

/**
 * Groups the paragraphs in files of cuts, as `tapis clean --removed` writes them, that are near copies of each other, with the names
 * and addresses that recur in them.
 *
 * @throws {TapisError} ERR_INPUT_* when a file cannot be read; ERR_RECORD_FORMAT names a line that is no JSON.
 */
export async function runCampaigns(paths: readonly string[]): Promise<CampaignSummary> {
  const paragraphs: CutParagraph[] = [];
  for (const path of paths) {
    let number = 0;
    for await (const bytes of readLines(readChunks(path), path)) {
      number += 1;
      const cut = parseCut(Buffer.from(bytes).toString(), `${path}:${number}`);
      if (cut === undefined) continue;
      const { path: file, line, id } = cut.document;
      const place = String(id ?? (line === undefined ? file : `${file}:${line}`));
      for (const { start, end } of segment(cut.text)) {
        const text = cut.text.slice(start, end);
        if (isComparable(text)) paragraphs.push({ text, place });
      }
    }
  }
  return { campaigns: campaignsIn(paragraphs), paragraphs: paragraphs.length };
}

/** A line about a cut; undefined for what else stands in such a file. */
function parseCut(line: string, place: string): z.infer<typeof CUT> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const message = `${place}: is no line of a file that tapis clean --removed has written`;
    throw new TapisError("ERR_RECORD_FORMAT", message, { cause });
  }
  const parsed = check(CUT, value);
  return parsed.success ? parsed.data : undefined;
}
