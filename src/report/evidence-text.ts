import type { Evidence, Verdict } from "../core/clean/decision.ts";
import type { Attribution, PartName } from "../core/clean/attribution.ts";

/** What each part of the log-odds is called. */
const PART_TITLES: Readonly<Record<PartName, string>> = {
  start: "before a look",
  words: "its words",
  sharedWords: "words shared with other paragraphs",
  topic: "what it is about",
  look: "length and look",
  disguise: "disguise",
  brands: "brand names",
  place: "its place",
  neighbours: "paragraphs around it",
  document: "the document as a whole",
  sequence: "order of paragraphs",
  calibration: "calibration",
  block: "decided with other spam",
};

/** Parts that round to 0 at one decimal are not named one by one. */
const LEAST_NAMED = 0.05;

/** Where a paragraph stands among those that are cut. */
export interface Neighbours {
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

/** What speaks for and against a paragraph beside its words, in plain words: a line for each thing that there is to say. */
export function describeEvidence(evidence: Evidence, { before, after }: Neighbours): string[] {
  const { newsOverlap, spamOverlap, disguisedShare } = evidence;
  const lines = [
    `topic: shares ${formatShare(newsOverlap)} of its rare words with the article, ${formatShare(spamOverlap)} with other spam`,
  ];
  if (disguisedShare > 0) {
    lines.push(
      `disguise: ${formatShare(disguisedShare)} of its words are written in look-alikes or apart`,
    );
  }
  if (before === "cut" && after === "cut") lines.push("block: between two cut paragraphs");
  else if (before === "cut") lines.push("block: after a cut paragraph");
  else if (after === "cut") lines.push("block: before a cut paragraph");
  return lines;
}

/** The log-odds of a paragraph as the sum of their parts, strongest first; what is too small to be named is the rest. */
export function describeAttribution({ logOdds, parts }: Attribution): string {
  const named = parts.filter((part) => Math.abs(part.logOdds) >= LEAST_NAMED);
  const rest = logOdds - named.reduce((sum, part) => sum + part.logOdds, 0);
  const terms = named.map((part) => `${PART_TITLES[part.name]} ${formatSigned(part.logOdds)}`);
  if (Math.abs(rest) >= LEAST_NAMED) terms.push(`rest ${formatSigned(rest)}`);
  return `log-odds ${formatSigned(logOdds)} = ${terms.join(", ")}`;
}

/** Nats with a sign, to one decimal. */
export function formatSigned(logOdds: number): string {
  return (logOdds > 0 ? "+" : "") + logOdds.toFixed(1);
}

function formatShare(share: number): string {
  return `${Math.round(100 * share)} %`;
}
