import type { DecidedUnit, Verdict } from "../core/clean/decision.ts";
import type { CleanedEntry } from "./clean-entry.ts";

/** A document in which something was cut or is doubtful, as far as a report shows it. Plain data. */
export interface ReportEntry {
  /** Where it stands, with its line or record if it has one. */
  readonly place: string;
  readonly id: string | number | undefined;
  /** The site that it is from, or else its file or folder. */
  readonly site: string;
  /** How doubtful its most doubtful paragraph is: 1 at even odds, 0 where it is certain. */
  readonly doubt: number;
  /** Those that were cut or are unsure, with their neighbours; in document order. */
  readonly paragraphs: readonly ReportParagraph[];
  /** Posteriors of all its paragraphs that are not certain news. */
  readonly posteriors: readonly number[];
}

/** A paragraph of a {@link ReportEntry}. */
export interface ReportParagraph {
  readonly text: string;
  readonly verdict: Verdict;
  readonly posterior: number;
  /** How many paragraphs before it are not shown. */
  readonly skipped: number;
}

/** Below this, no paragraph of a document is worth a look. */
const LEAST_POSTERIOR = 0.3;
const MOST_TEXT = 1500;
const MOST_PARAGRAPHS = 12;

/** What a report shows of a document; undefined for one in which nothing was cut and nothing is unsure. */
export function reportEntry({
  name,
  line,
  document,
  result,
}: CleanedEntry): ReportEntry | undefined {
  if (result.highestPosterior < LEAST_POSTERIOR && result.cuts.length === 0) return undefined;
  const { paragraphs } = result;
  const isShown = (index: number): boolean =>
    [index - 1, index, index + 1].some((at) => (paragraphs[at]?.verdict ?? "keep") !== "keep");
  const shown: ReportParagraph[] = [];
  let skipped = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!isShown(index) || shown.length === MOST_PARAGRAPHS) {
      skipped += 1;
      continue;
    }
    shown.push({ ...showParagraph(paragraph, document.text), skipped });
    skipped = 0;
  }
  if (shown.length === 0) return undefined;
  const posteriors = paragraphs.map(({ posterior }) => posterior);
  return {
    place: line === undefined ? name : `${name}:${line}`,
    id: document.id,
    site: siteOf(document.id, { name, isWholeFile: line === undefined }),
    doubt: Math.max(...posteriors.map((posterior) => 4 * posterior * (1 - posterior))),
    paragraphs: shown,
    posteriors: posteriors.filter((posterior) => posterior >= 0.05),
  };
}

function showParagraph(
  { span, verdict, posterior }: DecidedUnit,
  text: string,
): Omit<ReportParagraph, "skipped"> {
  const shown = text.slice(span.start, span.end);
  const isLong = shown.length > MOST_TEXT;
  return { text: isLong ? `${shown.slice(0, MOST_TEXT)} …` : shown, verdict, posterior };
}

/** The host of an address, else the name of the file, or of its folder when the document is all of it. */
function siteOf(
  id: string | number | undefined,
  { name, isWholeFile }: { readonly name: string; readonly isWholeFile: boolean },
): string {
  const [, host] = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(String(id ?? "")) ?? [];
  const [folder = "", file = name] = /^(.*)\/([^/]*)$/.exec(name)?.slice(1) ?? [];
  return host?.toLowerCase() ?? (isWholeFile && folder !== "" ? `${folder}/` : file);
}
