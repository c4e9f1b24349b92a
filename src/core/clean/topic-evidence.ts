import { decodeTopic, type TopicSpace } from "../model/topic-space.ts";
import type { DocumentWords } from "./document-words.ts";

/** What each unit is about, against the rest of its document; one element per unit in each array, cosines in [−1, 1]. */
export interface TopicEvidence {
  /** How much it is about the same as the other units held to be ham. */
  readonly topicHam: Float64Array;
  /** How much it is about the same as the other units held to be spam. */
  readonly topicSpam: Float64Array;
  /** How much it is about the same as the unit before it. */
  readonly topicBefore: Float64Array;
}

/** Numbers that the codes of a topic space stand for, by the code plus 128. */
const DECODED: Float64Array = Float64Array.from({ length: 256 }, (_, index) =>
  decodeTopic(index - 128),
);

/**
 * Compares what units are about, by the vectors of their words (latent semantic analysis, see `train-topics.ts`): a
 * paragraph that shares no word with the article may still be about the same, and bland spam about something else.
 *
 * `posteriors` are those of spam, one per unit. What there is nothing to compare with is 0.
 */
export function topicEvidence(
  words: DocumentWords,
  space: TopicSpace,
  posteriors: Float64Array,
): TopicEvidence {
  const { dimensions } = space;
  const vectors = words.units.map((unit) => vectorOf(unit.words, words.indices, space));
  const inHam = new Float64Array(dimensions);
  const inSpam = new Float64Array(dimensions);
  vectors.forEach(({ direction, length }, i) => {
    const spam = posteriors[i] ?? 0;
    addScaled(inHam, direction, (1 - spam) * length);
    addScaled(inSpam, direction, spam * length);
  });
  const column = (value: (vector: TopicVector, i: number) => number): Float64Array =>
    Float64Array.from(vectors, value);
  return {
    topicHam: column((vector, i) => cosineWithRest(vector, inHam, 1 - (posteriors[i] ?? 0))),
    topicSpam: column((vector, i) => cosineWithRest(vector, inSpam, posteriors[i] ?? 0)),
    topicBefore: column(({ direction }, i) => dot(direction, vectors[i - 1]?.direction)),
  };
}

/** The vector of a unit: a direction of length 1, or zeros, and how long it was. */
interface TopicVector {
  readonly direction: Float64Array;
  readonly length: number;
}

function vectorOf(
  words: Int32Array,
  indices: Int32Array,
  { dimensions, size, codes }: TopicSpace,
): TopicVector {
  const sum = new Float64Array(dimensions);
  for (const word of words) {
    const index = indices[word] ?? -1;
    if (index >= 0 && index < size) {
      for (let d = 0; d < dimensions; d++) {
        sum[d] = (sum[d] ?? 0) + (DECODED[(codes[index * dimensions + d] ?? 0) + 128] ?? 0);
      }
    }
  }
  const length = Math.sqrt(dot(sum, sum));
  return { direction: length > 0 ? sum.map((value) => value / length) : sum, length };
}

/** Cosine of a unit's vector with the sum of all, in which it stands itself with a share of its length. */
function cosineWithRest(
  { direction, length }: TopicVector,
  sum: Float64Array,
  share: number,
): number {
  const rest = sum.slice();
  addScaled(rest, direction, -share * length);
  const size = Math.sqrt(dot(rest, rest));
  // What is left of the unit itself by rounding is no document to compare with.
  return size > 1e-9 ? dot(rest, direction) / size : 0;
}

function addScaled(target: Float64Array, source: Float64Array, scale: number): void {
  for (let d = 0; d < target.length; d++) {
    target[d] = (target[d] ?? 0) + scale * (source[d] ?? 0);
  }
}

function dot(a: Float64Array, b: Float64Array | undefined): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) {
    sum += (a[d] ?? 0) * (b?.[d] ?? 0);
  }
  return sum;
}
