import { trimmed } from "../text/segment.ts";
import type { Unit } from "./units.ts";

/** What stands between given paragraphs when they are read as one text: a blank line. */
const SEPARATOR = "\n\n";

/** Paragraphs as one text, and the units that they are in it. */
export interface GivenUnits {
  readonly text: string;
  /** One for each paragraph that is not blank, in order; `paragraph` is its index among all of them. */
  readonly units: readonly Unit[];
}

/** Units of paragraphs that somebody has divided: each is decided as it was given, whatever lines or sentences are in it. */
export function givenUnits(paragraphs: readonly string[]): GivenUnits {
  const text = paragraphs.join(SEPARATOR);
  const units: Unit[] = [];
  let start = 0;
  paragraphs.forEach((content, paragraph) => {
    const span = trimmed(text, start, start + content.length);
    if (span !== undefined) {
      units.push({ span, paragraph, isSentence: false });
    }
    start += content.length + SEPARATOR.length;
  });
  return { text, units };
}
