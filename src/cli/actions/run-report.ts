import type { TextCleaner } from "../../core/clean/cleaner.ts";
import { writeWholeFile } from "../../io/write-file.ts";
import { ReportCollector } from "../../pipeline/report-collector.ts";
import type { ReportEntry } from "../../pipeline/report-entry.ts";
import { renderCleanReport, type ShownDocument } from "../../report/clean-report.ts";
import type { RunSummary } from "../../report/run-summary.ts";

/** Words that a report shows for a paragraph. */
const REPORT_WORDS = 6;

/** The report of a run, while it goes on. */
export interface RunReport {
  take(entry: ReportEntry): void;
  /** Writes the page, about all that was taken. */
  write(summary: RunSummary): Promise<void>;
}

/** Opens a report that will be written to a path. */
export function openRunReport(path: string, cleaner: TextCleaner): RunReport {
  const collector = new ReportCollector();
  return {
    take: (entry) => collector.take(entry),
    async write(summary) {
      const collected = collector.collect();
      const entries = collected.entries.map((entry) => withWords(entry, cleaner));
      await writeWholeFile(path, renderCleanReport({ summary, ...collected, entries }));
    },
  };
}

/** What a report shows of a document, with the strongest words of what was cut or is unsure. */
function withWords(entry: ReportEntry, cleaner: TextCleaner): ShownDocument {
  const paragraphs = entry.paragraphs.map((paragraph) => {
    const { text, verdict } = paragraph;
    const span = { start: 0, end: text.length };
    const words = verdict === "keep" ? [] : cleaner.explain(text, span, REPORT_WORDS);
    return { ...paragraph, words };
  });
  return { ...entry, paragraphs };
}
