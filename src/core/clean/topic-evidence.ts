import type { TopicSpace, TopicVectors } from "../model/topic-space.ts";
import { column } from "./column.ts";
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
  const count = words.units.length;
  const { directions, lengths } = unitVectors(words, space);
  const inHam = new Float64Array(dimensions);
  const inSpam = new Float64Array(dimensions);
  for (let i = 0; i < count; i++) {
    const spam = posteriors[i] ?? 0;
    const length = lengths[i] ?? 0;
    addScaled(inHam, directions, i * dimensions, (1 - spam) * length);
    addScaled(inSpam, directions, i * dimensions, spam * length);
  }
  const cosines = (sum: Float64Array, share: (i: number) => number): Float64Array => {
    const size = dot(sum, 0, sum, 0, dimensions);
    return column(count, (i) => {
      const own = share(i) * (lengths[i] ?? 0);
      return cosineWithRest(directions, i * dimensions, own, { sum, size });
    });
  };
  return {
    topicHam: cosines(inHam, (i) => 1 - (posteriors[i] ?? 0)),
    topicSpam: cosines(inSpam, (i) => posteriors[i] ?? 0),
    topicBefore: column(count, (i) =>
      i === 0 ? 0 : dot(directions, i * dimensions, directions, (i - 1) * dimensions, dimensions),
    ),
  };
}

/** The vectors of all units, one after the other: directions of length 1, or zeros, and how long they were. */
function unitVectors(
  { units, indices }: DocumentWords,
  space: TopicSpace,
): { readonly directions: Float64Array; readonly lengths: Float64Array } {
  const { dimensions, size } = space;
  const vectors = { dimensions, codes: space.codes() };
  const directions = new Float64Array(units.length * dimensions);
  const lengths = new Float64Array(units.length);
  const rows = new Int32Array(units.reduce((most, { words }) => Math.max(most, words.length), 0));
  units.forEach(({ words }, i) => {
    let rowCount = 0;
    for (let at = 0; at < words.length; at++) {
      const row = indices[words[at] ?? 0] ?? -1;
      if (row >= 0 && row < size) {
        rows[rowCount++] = row;
      }
    }
    const start = i * dimensions;
    addRows(directions, start, rows.subarray(0, rowCount), vectors);
    const length = Math.sqrt(dot(directions, start, directions, start, dimensions));
    lengths[i] = length;
    if (length > 0) {
      for (let at = start; at < start + dimensions; at++) {
        directions[at] = (directions[at] ?? 0) / length;
      }
    }
  });
  return { directions, lengths };
}

/**
 * Adds up the vectors of some words, four dimensions at a time, whose sums need not go through the memory. The sums are of
 * the codes' squares with their signs, whole numbers: what those are multiplied by to be numbers of the space
 * (`decodeTopic`) changes no direction.
 */
function addRows(
  sums: Float64Array,
  start: number,
  rows: Int32Array,
  { dimensions, codes }: Pick<TopicVectors, "dimensions" | "codes">,
): void {
  let d = 0;
  for (; d + 4 <= dimensions; d += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < rows.length; at++) {
      const code = (rows[at] ?? 0) * dimensions + d;
      first += signedSquare(codes[code] ?? 0);
      second += signedSquare(codes[code + 1] ?? 0);
      third += signedSquare(codes[code + 2] ?? 0);
      fourth += signedSquare(codes[code + 3] ?? 0);
    }
    sums[start + d] = first;
    sums[start + d + 1] = second;
    sums[start + d + 2] = third;
    sums[start + d + 3] = fourth;
  }
  for (; d < dimensions; d++) {
    for (let at = 0; at < rows.length; at++) {
      const code = (rows[at] ?? 0) * dimensions + d;
      sums[start + d] = (sums[start + d] ?? 0) + signedSquare(codes[code] ?? 0);
    }
  }
}

function signedSquare(code: number): number {
  return Math.imul(code, Math.abs(code));
}

/** Least length of a rest to compare with: what is left of a unit itself by rounding is no document. */
const LEAST_LENGTH = 6e-5;
/** Least share of a sum's squared length that the rest must keep for it to be told without adding up again. */
const LEAST_REST = 1e-3;

/**
 * Cosine of the direction of a unit, which begins at `start`, with the sum of all, in which it stands itself, `own` long.
 *
 * The rest is the sum less that; its length follows from those of both and their product, but where little is left,
 * which rounding would eat.
 */
function cosineWithRest(
  directions: Float64Array,
  start: number,
  own: number,
  { sum, size }: { readonly sum: Float64Array; readonly size: number },
): number {
  const dimensions = sum.length;
  const along = dot(directions, start, sum, 0, dimensions);
  const rest = size - 2 * own * along + own * own;
  if (rest > LEAST_REST * size) {
    return rest > LEAST_LENGTH * LEAST_LENGTH ? (along - own) / Math.sqrt(rest) : 0;
  }
  const difference = sum.slice();
  addScaled(difference, directions, start, -own);
  const left = Math.sqrt(dot(difference, 0, difference, 0, dimensions));
  return left > LEAST_LENGTH ? dot(difference, 0, directions, start, dimensions) / left : 0;
}

/** Adds the direction that begins at `start`, times `scale`. */
function addScaled(
  target: Float64Array,
  directions: Float64Array,
  start: number,
  scale: number,
): void {
  for (let d = 0; d < target.length; d++) {
    target[d] = (target[d] ?? 0) + scale * (directions[start + d] ?? 0);
  }
}

/** Product of the `count` numbers of `a` from `aStart` on and those of `b` from `bStart` on. */
function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  count: number,
): number {
  let sum = 0;
  for (let d = 0; d < count; d++) {
    sum += (a[aStart + d] ?? 0) * (b[bStart + d] ?? 0);
  }
  return sum;
}
