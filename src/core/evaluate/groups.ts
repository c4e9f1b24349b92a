import { seededRandom } from "../model/random.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { ScoredDocument } from "./score-document.ts";

/** What documents are grouped by. */
export const GROUPINGS = ["lang", "slice", "kind", "source"] as const;

/** What documents are grouped by: a field of theirs. */
export type Grouping = (typeof GROUPINGS)[number];

/** The figures of the documents that have one value in common. */
export interface Group extends Figures {
  /** The value that they have in common; empty for documents that say nothing. */
  readonly name: string;
}

/** Every group draws its resamples from the same seed: its intervals do not depend on what else was measured. */
const SEED = 20_240_229;

/** The figures of all documents together. */
export function allFigures(documents: readonly ScoredDocument[]): Figures {
  return figuresOf(documents, seededRandom(SEED));
}

/** The figures of each group of documents, in the order of the groups' names. */
export function groupFigures(documents: readonly ScoredDocument[], by: Grouping): Group[] {
  const groups = new Map<string, ScoredDocument[]>();
  for (const document of documents) {
    const found = groups.get(document[by]);
    if (found === undefined) groups.set(document[by], [document]);
    else found.push(document);
  }
  return [...groups]
    .map(([name, ofGroup]) => ({ name, ...allFigures(ofGroup) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
