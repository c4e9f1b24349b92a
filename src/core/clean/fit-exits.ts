import { addTrees } from "../model/forest.ts";
import type { Combination, Exit } from "../model/model.ts";
import { mostOf } from "./column.ts";
import { combinedPosteriors } from "./combine.ts";
import { type EvidenceSet, placedDocuments } from "./evidence-set.ts";
import { features } from "./features.ts";
import { sliceEvidence } from "./unit-columns.ts";

/**
 * After which shares of the trees of the first forest a document may be left, and with what share of the documents in which
 * something would be found, at most. Leaving by words alone saves most.
 */
const EXITS = [
  { share: 1 / 18, mostLost: 2e-3 },
  { share: 1 / 6, mostLost: 2e-3 },
  { share: 1 / 4, mostLost: 5e-4 },
  { share: 1 / 3, mostLost: 5e-4 },
  { share: 2 / 3, mostLost: 5e-4 },
  { share: 1, mostLost: 5e-4 },
];
/** Least posterior of a unit for its document to be one in which something is found: that at which it is cut. */
const FOUND = 0.9;

/**
 * Finds where documents without anything suspicious can be left without a loss: after some of the trees of the first forest,
 * the log-odds that hardly any document in which all trees find something stays below.
 *
 * Source: the attentional cascade of Viola and Jones, *Rapid Object Detection using a Boosted Cascade of Simple Features*
 * (2001), with stages that are parts of one boosted sum, after Bourdev and Brandt, *Robust Object Detection via Soft Cascade* (2005).
 */
export function withExits(
  combination: Omit<Combination, "exits" | "passed">,
  set: EvidenceSet,
): Combination {
  const { first } = combination;
  const treeCounts = EXITS.map(({ share }) => Math.floor(share * first.roots.length));
  const documents = placedDocuments(set).map(({ start, end }) => {
    const evidence = sliceEvidence(set.evidence, start, end);
    const posteriors = combinedPosteriors(evidence, { ...combination, exits: [], passed: 0 });
    const rows = features(evidence);
    const logOdds = new Float64Array(end - start).fill(first.base);
    const mostAt = treeCounts.map((to, stage) => {
      addTrees(first, rows, logOdds, { from: treeCounts[stage - 1] ?? 0, to });
      return mostOf(logOdds);
    });
    return { start, end, mostAt, isFound: posteriors.some((posterior) => posterior >= FOUND) };
  });
  const exits = EXITS.flatMap(({ mostLost }, stage): Exit[] => {
    const found = Float64Array.from(
      documents.flatMap(({ isFound, mostAt }) => (isFound ? [mostAt[stage] ?? 0] : [])),
    ).toSorted();
    const logOdds = found[Math.floor(mostLost * found.length)];
    return logOdds === undefined ? [] : [{ treeCount: treeCounts[stage] ?? 0, logOdds }];
  });
  const left = documents.filter(({ mostAt }) =>
    exits.some(({ logOdds }, stage) => (mostAt[stage] ?? 0) < logOdds),
  );
  const unitCount = left.reduce((sum, { start, end }) => sum + end - start, 0);
  const spamCount = left.reduce(
    (sum, { start, end }) =>
      sum + set.labels.subarray(start, end).reduce((spam, label) => spam + label, 0),
    0,
  );
  return { ...combination, exits, passed: (spamCount + 0.5) / (unitCount + 1) };
}
