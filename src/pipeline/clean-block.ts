import type { TextCleaner } from "../core/clean/cleaner.ts";
import type { Block, Part } from "../formats/block.ts";
import { loadFormat } from "../formats/load-format.ts";
import { applyEdits, type Change, type Edit, listChanges } from "./block-edits.ts";
import { type CleanedEntry, cleanEntry } from "./clean-entry.ts";
import type { CleanTally } from "./clean-tally.ts";
import { readPart } from "./read-documents.ts";
import { reportEntry, type ReportEntry } from "./report-entry.ts";
import { formatCuts, formatReject, formatSpared } from "./side-records.ts";
import type { Origin } from "./source.ts";

const NOTHING = new Uint8Array();

/** What becomes of documents beyond cutting spam out of them. Plain data. */
export interface CleanRules {
  /** Whether parts that cannot be read stay in the output. */
  readonly keepsRejected: boolean;
  /** Whether documents that were spam throughout are left out, where their format lets them. */
  readonly dropsEmpty: boolean;
  /** Documents of which a greater share of the characters would go stay as they are; in (0, 1]. */
  readonly mostCut: number;
  /** Whether to list what was changed, so that it can be changed back. */
  readonly listsChanges: boolean;
  /** Whether to tell what a report shows of each document. */
  readonly reports: boolean;
}

/** The rules that hold unless a user says otherwise. */
export const PLAIN_RULES: CleanRules = {
  keepsRejected: false,
  dropsEmpty: false,
  mostCut: 1,
  listsChanges: false,
  reports: false,
};

/** A block of a source and what is to become of it. Can be sent to another thread. */
export interface SourceBlock extends Block, Origin {
  readonly rules: CleanRules;
}

/** A change of a block. */
export interface RecordedChange extends Change {
  /** How much of the block's `removed` is about what comes before the change, and about it: its length. */
  readonly removedLength: number;
}

/** A block without its spam, and what there is to tell of it. Can be sent to another thread. */
export interface CleanedBlock {
  /**
   * What goes to the output: the very bytes of the block when nothing in it changes, else bytes that are alone in their
   * buffer.
   */
  readonly bytes: Uint8Array;
  /** Whether anything in it changed. */
  readonly isChanged: boolean;
  /** What changed, as it was and where it stands now, in order; empty unless asked for. */
  readonly changes: readonly RecordedChange[];
  /** Whether anything was cut out of a document. */
  readonly hasCuts: boolean;
  /** Whether the block was a whole file of which nothing is to be written. */
  readonly isVoid: boolean;
  /** A JSON Lines record for each cut and for each document that was spared, in order. */
  readonly removed: string;
  /** A JSON Lines record for each part that could not be read, in order. */
  readonly rejects: string;
  /** What is wrong with each of those parts, in order. */
  readonly warnings: readonly string[];
  readonly tally: CleanTally;
  /** What a report shows of the documents, in order; empty unless asked for. */
  readonly report: readonly ReportEntry[];
}

/**
 * Cleans the documents in a block. Parts keep their order; blank parts and documents without spam keep their bytes. Documents
 * do not depend on one another, so that a source may be divided into blocks anywhere between two parts.
 *
 * @throws {TapisError} ERR_INPUT_READ when a part is longer than a string may be.
 */
export async function cleanBlock(block: SourceBlock, cleaner: TextCleaner): Promise<CleanedBlock> {
  const { bytes, rules } = block;
  const format = await loadFormat(block.format);
  const keepsRejected = rules.keepsRejected || format.keepsRejected;
  const edits: Edit[] = [];
  const removedLengths: number[] = [];
  const warnings: string[] = [];
  const report: ReportEntry[] = [];
  let hasCuts = false;
  let isVoid = false;
  let removed = "";
  let rejects = "";
  const tally = { documents: 0, paragraphs: 0, cut: 0, rejected: 0, spared: 0, dropped: 0 };

  function edit({ start, end }: Part, content: Uint8Array): void {
    edits.push({ start, end, bytes: content });
    removedLengths.push(removed.length);
  }

  function leaveOut(part: Part): void {
    const { line, canBeLeftOut } = part;
    if (!canBeLeftOut) return;
    edit(part, NOTHING);
    if (line === undefined) isVoid = true;
  }

  for (const part of format.parts(block)) {
    const entry = cleanEntry(await readPart({ source: block, format, block, part }), cleaner);
    if (entry.kind === "blank") continue;
    if (entry.kind === "rejected") {
      tally.rejected += 1;
      warnings.push(entry.message);
      rejects += formatReject(entry);
      if (!keepsRejected && entry.stays !== true) leaveOut(part);
      continue;
    }
    const { document, result } = entry;
    const shown = rules.reports ? reportEntry(entry) : undefined;
    if (shown !== undefined) report.push(shown);
    tally.documents += 1;
    tally.paragraphs += result.paragraphCount;
    const isSpared = shareCut(entry) > rules.mostCut;
    if (isSpared) {
      tally.spared += 1;
      removed += formatSpared(entry, shareCut(entry));
    }
    if (isSpared || result.cuts.length === 0) {
      if (document.isAlwaysRewritten === true) {
        const rewritten = await document.rewrite({ text: document.text, cuts: [] });
        edit(part, Buffer.from(rewritten));
      }
      continue;
    }
    hasCuts = true;
    removed += formatCuts(entry);
    for (const { verdict } of result.paragraphs) if (verdict === "cut") tally.cut += 1;
    if (rules.dropsEmpty && part.canBeLeftOut && result.text.trim() === "") {
      tally.dropped += 1;
      leaveOut(part);
    } else {
      edit(part, Buffer.from(await document.rewrite(result)));
    }
  }
  return {
    bytes: applyEdits(bytes, edits),
    isChanged: edits.length > 0,
    changes: rules.listsChanges
      ? listChanges(bytes, edits).map((change, index) => ({
          ...change,
          removedLength: removedLengths[index] ?? 0,
        }))
      : [],
    hasCuts,
    isVoid,
    removed,
    rejects,
    warnings,
    tally,
    report,
  };
}

/** Share of a document's characters that is cut, in [0, 1]. */
function shareCut({ document, result }: CleanedEntry): number {
  return 1 - result.text.length / Math.max(1, document.text.length);
}
