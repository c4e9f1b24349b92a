import { groupCopies } from "./group-copies.ts";
import { type CampaignMarks, marksOf } from "./marks.ts";
import { uniteGroups } from "./unite-groups.ts";

/** A paragraph that was cut, and the document that it was cut out of. */
export interface CutParagraph {
  readonly text: string;
  readonly place: string;
}

/** Cut paragraphs that are near copies of each other, with those that stand beside them in the same documents. */
export interface Campaign extends CampaignMarks {
  readonly paragraphs: number;
  readonly documents: number;
  /** Groups of near copies in it. */
  readonly templates: number;
  /** The first paragraph of the longest of its templates. */
  readonly example: string;
  /** Where the first documents stand. */
  readonly places: readonly string[];
}

/** Shorter paragraphs, in words, say too little to be copies of each other. */
const LEAST_WORDS = 5;
const MOST_PLACES = 5;

/** Whether a paragraph is long enough to be compared. */
export function isComparable(text: string): boolean {
  return text.split(/\s+/).length >= LEAST_WORDS;
}

/** The campaigns in some paragraphs, the largest first. */
export function campaignsIn(paragraphs: readonly CutParagraph[]): Campaign[] {
  const templates = groupCopies(paragraphs.map(({ text }) => text));
  const numbers = new Map(
    [...new Set(paragraphs.map(({ place }) => place))].map((place, number) => [place, number]),
  );
  const documentsOf = templates.map(
    (group) => new Set(group.map((index) => numbers.get(paragraphs[index]?.place ?? "") ?? 0)),
  );
  return uniteGroups(documentsOf)
    .map((united) =>
      campaignOf(
        united.map((group) => templates[group] ?? []),
        paragraphs,
      ),
    )
    .toSorted((one, other) => other.paragraphs - one.paragraphs);
}

function campaignOf(
  templates: readonly (readonly number[])[],
  all: readonly CutParagraph[],
): Campaign {
  const paragraphs = templates.flat().flatMap((index) => all[index] ?? []);
  const texts = paragraphs.map(({ text }) => text);
  const documents = new Set(paragraphs.map(({ place }) => place));
  const examples = templates.map(([first = 0]) => all[first]?.text ?? "");
  return {
    paragraphs: paragraphs.length,
    documents: documents.size,
    templates: templates.length,
    example: examples.reduce(
      (longest, text) => (text.length > longest.length ? text : longest),
      "",
    ),
    places: [...documents].slice(0, MOST_PLACES),
    ...marksOf(texts),
  };
}
