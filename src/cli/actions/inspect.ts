import * as z from "zod/mini";
import type { TextCleaner } from "../../core/clean/cleaner.ts";
import type { Span } from "../../core/text/span.ts";
import { openStreamOutput } from "../../io/stream-output.ts";
import { cleanEntry, type CleanedEntry } from "../../pipeline/clean-entry.ts";
import { readDocuments } from "../../pipeline/read-documents.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import {
  formatInspection,
  type InspectedDocument,
  type InspectedParagraph,
} from "../../report/inspection.ts";
import { formatInspectionRecord, type InspectionRecord } from "../../report/inspection-json.ts";
import { DECISION_FLAGS, parseFlags } from "../flags.ts";
import { type Terminal, widthOf } from "../terminal.ts";
import { isColorTerminal } from "./is-color-terminal.ts";
import { loadFlaggedCleaner } from "./load-flagged-cleaner.ts";
import { openFiles } from "./open-sources.ts";
import { openStdin } from "./open-stdin.ts";

const InspectFlags = z.object({
  ...DECISION_FLAGS,
  words: z.pipe(
    z.string().check(z.regex(/^\d{1,4}$/, "must be a whole number")),
    z.transform(Number),
  ),
  color: z.optional(z.boolean()),
  json: z._default(z.boolean(), false),
});

/**
 * Does what a `tapis inspect` command line asks for: every document of every input, in order, on
 * standard output.
 */
export async function inspect(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const flags = parseFlags(InspectFlags, rawFlags);
  const sources =
    paths.length === 0 ? [openStdin(flags, terminal)] : (await openFiles(paths, flags)).sources;
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const look = {
    width: widthOf(terminal.stdout),
    isColored: flags.color ?? isColorTerminal(terminal),
  };
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  for (const source of sources) {
    for await (const part of readDocuments(source)) {
      const entry = cleanEntry(part, cleaner);
      if (entry.kind === "document") {
        const options = { cleaner, wordCount: flags.words };
        await stdout.write(
          flags.json
            ? formatInspectionRecord(recordOf(entry, options))
            : formatInspection(inspectEntry(entry, options), look),
        );
      } else if (entry.kind === "rejected") {
        terminal.exitCode = 1;
        terminal.stderr.write(`tapis: ${escapeControls(entry.message)}\n`);
      }
    }
  }
  await stdout.commit();
}

interface InspectOptions {
  readonly cleaner: TextCleaner;
  readonly wordCount: number;
}

function inspectEntry(entry: CleanedEntry, options: InspectOptions): InspectedDocument {
  const { name, line, document } = entry;
  const place = line === undefined ? name : `${name}:${line}`;
  return {
    title: document.id === undefined ? place : `${place} (${document.id})`,
    paragraphs: inspectParagraphs(entry, options),
  };
}

function recordOf(entry: CleanedEntry, options: InspectOptions): InspectionRecord {
  const { name, line, document } = entry;
  return {
    document: {
      path: name,
      ...(line !== undefined && { line }),
      ...(document.id !== undefined && { id: document.id }),
    },
    paragraphs: inspectParagraphs(entry, options).map(
      ({ span: { start, end }, text, verdict, posterior, attribution, evidence, words }) => ({
        span: [start, end],
        text,
        verdict,
        posterior,
        ...attribution,
        evidence,
        words,
      }),
    ),
  };
}

function inspectParagraphs(
  { document: { text }, result }: CleanedEntry,
  { cleaner, wordCount }: InspectOptions,
): (InspectedParagraph & { readonly span: Span })[] {
  const attributions = cleaner.attribute(text);
  return result.paragraphs.map(({ span, verdict, posterior, evidence }, index) => ({
    span,
    text: text.slice(span.start, span.end),
    verdict,
    posterior,
    evidence,
    words: cleaner.explain(text, span, wordCount),
    attribution: attributions[index],
  }));
}
