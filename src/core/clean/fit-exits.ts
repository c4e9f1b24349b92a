import { addTrees } from "../model/forest.ts";
import type { Combination, Exit } from "../model/model.ts";
import { decideUnits } from "./combine.ts";
import { type EvidenceSet, placedDocuments, sliceEvidence } from "./evidence-set.ts";
import { rowsOf } from "./feature-table.ts";
import { features } from "./features.ts";
import { wordFeatures } from "./word-features.ts";

/** After which shares of the trees of the first forest a document may be left. */
const EXIT_SHARES = [1 / 6, 1 / 3, 2 / 3, 1];
/** Least posterior of a unit for its document to be one that should not be left: that from which a unit is unsure. */
const FOUND = 0.5;
/** Most documents in which something would be found that an exit may leave, as a share of them. */
const MOST_LOST = 1e-4;

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
  const treeCounts = EXIT_SHARES.map((share) => Math.floor(share * first.roots.length));
  const documents = placedDocuments(set).map(({ start, end }) => {
    const evidence = sliceEvidence(set.evidence, start, end);
    const ofWords = wordFeatures(evidence);
    const posteriors = decideUnits(ofWords, () => evidence, {
      ...combination,
      exits: [],
      passed: 0,
    });
    const rows = rowsOf(features(evidence, ofWords));
    const logOdds = new Float64Array(end - start).fill(first.base);
    const mostAt = treeCounts.map((to, stage) => {
      addTrees(first, rows, logOdds, { from: treeCounts[stage - 1] ?? 0, to });
      return logOdds.reduce((most, sum) => Math.max(most, sum), -Infinity);
    });
    return { start, end, mostAt, isFound: posteriors.some((posterior) => posterior >= FOUND) };
  });
  const exits = treeCounts.flatMap((treeCount, stage): Exit[] => {
    const found = Float64Array.from(
      documents.flatMap(({ isFound, mostAt }) => (isFound ? [mostAt[stage] ?? 0] : [])),
    ).toSorted();
    const logOdds = found[Math.floor(MOST_LOST * found.length)];
    return logOdds === undefined ? [] : [{ treeCount, logOdds }];
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
