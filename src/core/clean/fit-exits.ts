import type { Forest } from "../model/forest.ts";
import type { Combination, Exit } from "../model/model.ts";
import { addTrees } from "../model/quick-scorer.ts";
import { mostOf } from "./column.ts";
import { combinedPosteriors, hasForeignUnit } from "./combine.ts";
import { type EvidenceSet, placedDocuments } from "./evidence-set.ts";
import type { FeatureRows } from "./feature-rows.ts";
import { features } from "./features.ts";
import { sliceEvidence } from "./unit-columns.ts";

/**
 * After which share of a forest's trees a document may be left, and with what share of the documents in which something would
 * be found, at most. Leaving by words alone saves most.
 */
const WORD_EXITS: readonly Stage[] = [
  { share: 1 / 3, mostLost: 5e-4 },
  { share: 1, mostLost: 5e-4 },
];
const EXITS: readonly Stage[] = [
  { share: 1 / 6, mostLost: 1e-4 },
  { share: 1 / 3, mostLost: 1e-4 },
  { share: 2 / 3, mostLost: 1e-4 },
  { share: 1, mostLost: 1e-4 },
];
/** Least posterior of a unit for its document to be one in which something is found: that at which it is cut. */
const FOUND = 0.85;

interface Stage {
  readonly share: number;
  readonly mostLost: number;
}

/** A document by what it is asked at each stage: the most that the trees so far give to one of its units, in nats. */
interface Staged {
  readonly start: number;
  readonly end: number;
  readonly isFound: boolean;
  /** Whether it is never left. */
  readonly isForeign: boolean;
  readonly byWords: readonly number[];
  readonly byAll: readonly number[];
}

/**
 * Finds where documents without anything suspicious can be left without a loss: after some of the trees of the forest of
 * words, or of the first one, the log-odds that hardly any document in which all trees find something stays below.
 *
 * Source: the attentional cascade of Viola and Jones, *Rapid Object Detection using a Boosted Cascade of Simple Features*
 * (2001), with stages that are parts of one boosted sum, after Bourdev and Brandt, *Robust Object Detection via Soft Cascade* (2005).
 */
export function withExits(
  combination: Omit<Combination, "wordExits" | "exits" | "passed">,
  set: EvidenceSet,
): Combination {
  const { words, first } = combination;
  const complete = { ...combination, wordExits: [], exits: [], passed: 0 };
  const documents = placedDocuments(set).map(({ start, end }): Staged => {
    const evidence = sliceEvidence(set.evidence, start, end);
    const rows = features(evidence);
    return {
      start,
      end,
      isFound: combinedPosteriors(evidence, complete).some((posterior) => posterior >= FOUND),
      isForeign: hasForeignUnit(evidence),
      byWords: mostAtStages(words, rows, WORD_EXITS),
      byAll: mostAtStages(first, rows, EXITS),
    };
  });
  const found = documents.filter(({ isFound, isForeign }) => isFound && !isForeign);
  const wordExits = fitExits(
    words,
    WORD_EXITS,
    Array.from(found, ({ byWords }) => byWords),
  );
  const exits = fitExits(
    first,
    EXITS,
    Array.from(found, ({ byAll }) => byAll),
  );
  const isLeft = ({ isForeign, byWords, byAll }: Staged): boolean =>
    !isForeign &&
    (wordExits.some(({ logOdds }, stage) => (byWords[stage] ?? 0) < logOdds) ||
      exits.some(({ logOdds }, stage) => (byAll[stage] ?? 0) < logOdds));
  const left = documents.filter(isLeft);
  const unitCount = left.reduce((sum, { start, end }) => sum + end - start, 0);
  const spamCount = left.reduce(
    (sum, { start, end }) =>
      sum + set.labels.subarray(start, end).reduce((spam, label) => spam + label, 0),
    0,
  );
  return { ...combination, wordExits, exits, passed: (spamCount + 0.5) / (unitCount + 1) };
}

/** The most log-odds of any row after each stage's share of the trees. */
function mostAtStages(forest: Forest, rows: FeatureRows, stages: readonly Stage[]): number[] {
  const logOdds = new Float64Array(rows.count).fill(forest.base);
  let from = 0;
  return stages.map(({ share }) => {
    const to = treesOf(forest, share);
    addTrees(forest, rows, logOdds, { from, to });
    from = to;
    return mostOf(logOdds);
  });
}

/** One exit per stage that loses no more than it may of the documents `found`, given by their log-odds at each stage. */
function fitExits(
  forest: Forest,
  stages: readonly Stage[],
  found: readonly (readonly number[])[],
): Exit[] {
  return stages.flatMap(({ share, mostLost }, stage) => {
    const most = Float64Array.from(found, (stagesOf) => stagesOf[stage] ?? 0).toSorted();
    const logOdds = most[Math.floor(mostLost * most.length)];
    return logOdds === undefined ? [] : [{ treeCount: treesOf(forest, share), logOdds }];
  });
}

function treesOf(forest: Forest, share: number): number {
  return Math.floor(share * forest.roots.length);
}
