import { type Block, FILE_START } from "../src/formats/block.ts";
import type { StreamFormatName } from "../src/formats/format-names.ts";
import { loadFormat } from "../src/formats/load-format.ts";
import type { FormatOptions } from "../src/formats/source-document.ts";
import { cleanBlock, type CleanRules, PLAIN_RULES } from "../src/pipeline/clean-block.ts";
import { addTallies, EMPTY_TALLY, type CleanTally } from "../src/pipeline/clean-tally.ts";
import { chunked, cutAt } from "./chunked.ts";
import { standInCleaner } from "./stand-in-cleaner.ts";

/** What became of the bytes of a file. */
export interface CleanedBytes {
  readonly bytes: Buffer;
  readonly removed: string;
  readonly rejects: string;
  readonly warnings: readonly string[];
  readonly tally: CleanTally;
}

/** How a file is read, and how its bytes come. */
export interface CleanBytesOptions extends Partial<FormatOptions> {
  readonly name?: string;
  readonly rules?: Partial<CleanRules>;
  /** Where the bytes are cut into chunks. */
  readonly places?: readonly number[];
}

/** The blocks of a file whose bytes come cut at these places. */
export async function divideBytes(
  format: StreamFormatName,
  bytes: Uint8Array,
  { name = "a", places = [] }: CleanBytesOptions = {},
): Promise<Block[]> {
  const file = { name, start: FILE_START };
  const loaded = await loadFormat(format);
  const blocks: Block[] = [];
  for await (const block of loaded.divide(chunked(cutAt(bytes, places)), file)) {
    blocks.push(block);
  }
  return blocks;
}

/** Cleans the bytes of a file with the stand-in cleaner. */
export async function cleanBytes(
  format: StreamFormatName,
  content: string | Uint8Array,
  options: CleanBytesOptions = {},
): Promise<CleanedBytes> {
  const { name = "a", rules, textKey = "text", htmlTo } = options;
  const bytes = Buffer.from(content);
  const cleaned: Uint8Array[] = [];
  const warnings: string[] = [];
  let removed = "";
  let rejects = "";
  let tally = EMPTY_TALLY;
  for (const block of await divideBytes(format, bytes, options)) {
    const origin = { name, format, options: { textKey, htmlTo } };
    const answer = await cleanBlock(
      { ...block, ...origin, rules: { ...PLAIN_RULES, ...rules } },
      standInCleaner,
    );
    cleaned.push(answer.bytes);
    warnings.push(...answer.warnings);
    removed += answer.removed;
    rejects += answer.rejects;
    tally = addTallies(tally, answer.tally);
  }
  return { bytes: Buffer.concat(cleaned), removed, rejects, warnings, tally };
}
