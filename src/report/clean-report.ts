import type { Campaign } from "../core/campaigns/campaigns.ts";
import type { Count } from "../core/campaigns/ranked.ts";
import type { Verdict } from "../core/clean/decision.ts";
import { REPORT_SCRIPT, REPORT_STYLE } from "./clean-report-look.ts";
import { escapeHtml } from "./escape-html.ts";
import { formatSigned } from "./evidence-text.ts";
import { formatBytes, formatCount, formatDuration } from "./progress-line.ts";
import type { RunSummary } from "./run-summary.ts";

/** A paragraph to show. */
export interface ShownParagraph {
  readonly text: string;
  readonly verdict: Verdict;
  readonly posterior: number;
  readonly words: readonly { readonly word: string; readonly logOdds: number }[];
  /** How many paragraphs before it are not shown. */
  readonly skipped: number;
}

/** A document to show. */
export interface ShownDocument {
  readonly place: string;
  readonly id: string | number | undefined;
  readonly doubt: number;
  readonly paragraphs: readonly ShownParagraph[];
}

/** A run to show. */
export interface ShownRun {
  readonly summary: RunSummary;
  readonly entries: readonly ShownDocument[];
  /** Documents in which something was cut or is unsure, shown or not. */
  readonly flagged: number;
  readonly histogram: readonly number[];
  readonly sites: readonly Count[];
  readonly kinds: readonly Count[];
  /** Of the documents shown, the largest first. */
  readonly campaigns: readonly Campaign[];
}

/**
 * A run as one page of HTML that needs nothing else: no font, no network, no script but its own. Nothing in the documents becomes
 * markup.
 */
export function renderCleanReport(run: ShownRun): string {
  const { summary, entries, flagged } = run;
  const shown =
    entries.length === flagged
      ? "All documents in which something was cut or is unsure, the most doubtful first."
      : `${formatCount(entries.length)} of ${formatCount(flagged)} documents in which something was cut or is unsure: the most doubtful first, then a fair sample of the others.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Tapis: what was cut</title>
<style>
${REPORT_STYLE}
</style>
</head>
<body data-view="struck">
<header>
<h1>What Tapis cut</h1>
<p class="faint">${escapeHtml(summary.started)}, ${formatDuration(summary.elapsedMs)}, ${summary.outcome}${summary.isResumed ? "; pages of this run alone, which went on with another one" : ""}</p>
</header>
<main>
${cards(summary, flagged)}
<section aria-labelledby="where"><h2 id="where">Where and what</h2>
<div class="columns">
<figure>${histogram(run.histogram)}<figcaption>Paragraphs of these documents by their probability of being spam, from 0.05 on</figcaption></figure>
${countTable("What was sold", "paragraphs cut", run.kinds)}
${countTable("Site or file", "paragraphs cut", run.sites)}
</div></section>
${campaignSection(run.campaigns)}<section aria-labelledby="list"><h2 id="list">Documents</h2>
<p class="faint">${shown} Keys: <kbd>j</kbd> and <kbd>k</kbd> go on and back, <kbd>Enter</kbd> opens, <kbd>/</kbd> searches.</p>
<form role="search">
<label>Search <input type="search" name="search"></label>
<label>Show <select name="only"><option value="">all</option><option value="cut">with cuts</option><option value="unsure">with unsure paragraphs</option></select></label>
<fieldset><legend>View</legend><label><input type="radio" name="view" value="struck" checked> struck through</label><label><input type="radio" name="view" value="cleaned"> as cleaned</label><label><input type="radio" name="view" value="sides"> side by side</label></fieldset>
<span id="shown" class="faint" role="status"></span>
</form>
<ol id="documents">
${entries.map(documentItem).join("\n")}
</ol></section>
</main>
<script>
${REPORT_SCRIPT}
</script>
</body>
</html>
`;
}

function cards(summary: RunSummary, flagged: number): string {
  const figures: readonly (readonly [string, string])[] = [
    [formatCount(summary.documents), "documents"],
    [formatCount(flagged), "with something cut or unsure"],
    [formatCount(summary.cut), "paragraphs cut"],
    [formatCount(summary.paragraphs), "paragraphs in all"],
    [formatCount(summary.rejected), "records rejected"],
    [formatBytes(summary.bytes), "read"],
  ];
  const items = figures.map(([figure, title]) => `<li><b>${figure}</b> ${title}</li>`);
  return `<ul class="cards">${items.join("")}</ul>`;
}

const BAR = { width: 18, gap: 3, height: 150, left: 12, bottom: 24 } as const;

function histogram(bins: readonly number[]): string {
  const most = Math.max(1, ...bins);
  const width = BAR.left * 2 + bins.length * (BAR.width + BAR.gap);
  const bars = bins.map((count, bin) => {
    const height = Math.round((count / most) * BAR.height);
    const x = BAR.left + bin * (BAR.width + BAR.gap);
    const from = (bin / bins.length).toFixed(2);
    return `<rect class="bar" x="${x}" y="${BAR.height - height + 4}" width="${BAR.width}" height="${height}"><title>from ${from}: ${formatCount(count)}</title></rect>`;
  });
  const ticks = [0, 0.5, 1].map(
    (value) =>
      `<text class="axis" text-anchor="middle" x="${BAR.left + value * (width - 2 * BAR.left)}" y="${BAR.height + BAR.bottom}">${value}</text>`,
  );
  const base = `<path class="grid" d="M${BAR.left} ${BAR.height + 4.5}H${width - BAR.left}"/>`;
  return `<svg viewBox="0 0 ${width} ${BAR.height + BAR.bottom + 6}" role="img" aria-label="Histogram of posteriors">${bars.join("")}${base}${ticks.join("")}</svg>`;
}

function countTable(title: string, unit: string, counts: readonly Count[]): string {
  const rows = counts.map(
    ({ name, count }) => `<tr><td>${escapeHtml(name)}</td><td>${formatCount(count)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">${title}</th><th scope="col">${unit}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function campaignSection(campaigns: readonly Campaign[]): string {
  if (campaigns.length === 0) return "";
  const names = (marks: Campaign["brands"]): string =>
    escapeHtml(marks.map(({ name }) => name).join(", "));
  const rows = campaigns.map(
    ({ paragraphs, documents, example, brands, hosts, phones }) =>
      `<tr><td>${formatCount(paragraphs)} in ${formatCount(documents)}</td><td>${names([...brands, ...hosts, ...phones])}</td><td>${escapeHtml(example.slice(0, MOST_EXAMPLE))}</td></tr>`,
  );
  return `<section aria-labelledby="campaigns"><h2 id="campaigns">Campaigns</h2>
<p class="faint">Paragraphs of the documents below that are near copies of each other, with those that stand beside them.</p>
<table class="campaigns"><thead><tr><th scope="col">paragraphs in documents</th><th scope="col">names that recur</th><th scope="col">for example</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>
`;
}

const MOST_EXAMPLE = 200;

function documentItem({ place, id, doubt, paragraphs }: ShownDocument): string {
  const count = (verdict: Verdict): number =>
    paragraphs.filter((paragraph) => paragraph.verdict === verdict).length;
  const badges = (["cut", "unsure"] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `<span class="badge ${verdict}">${count(verdict)} ${verdict}</span>`);
  const has = (["cut", "unsure"] as const).filter((verdict) => count(verdict) > 0).join(" ");
  const title = id === undefined ? "" : ` <span class="faint">${escapeHtml(String(id))}</span>`;
  return `<li data-has="${has}"><details><summary><span class="place">${escapeHtml(place)}</span>${title} ${badges.join("")}<span class="badge">doubt ${doubt.toFixed(2)}</span></summary><div class="article whole">${paragraphs.map(paragraphMarkup).join("")}</div></details></li>`;
}

function paragraphMarkup({ text, verdict, posterior, words, skipped }: ShownParagraph): string {
  const gap =
    skipped === 0 ? "" : `<p class="skipped">… ${formatCount(skipped)} paragraphs not shown …</p>`;
  if (verdict === "keep") return `${gap}<p class="keep">${escapeHtml(text)}</p>`;
  const marked = markWords(text, words);
  const body = verdict === "cut" ? `<del>${marked}</del>` : marked;
  const why = words.map(({ word, logOdds }) => `${escapeHtml(word)} ${formatSigned(logOdds)}`);
  return `${gap}<p class="${verdict}">${body}<span class="why">${verdict}, ${posterior.toFixed(2)}: ${why.join(", ")}</span></p>`;
}

/** Text with the words marked that speak for spam. */
function markWords(text: string, words: ShownParagraph["words"]): string {
  const speaking = words.filter(({ logOdds }) => logOdds > 0).map(({ word }) => word);
  if (speaking.length === 0) return escapeHtml(text);
  const pattern = speaking.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // Every second part is what the pattern matched.
  return text
    .split(new RegExp(`(${pattern})`, "gu"))
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : `<mark>${escapeHtml(part)}</mark>`))
    .join("");
}
