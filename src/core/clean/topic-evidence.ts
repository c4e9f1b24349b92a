import type { TopicSpace } from "../model/topic-space.ts";
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
  const vectors = words.units.map((unit) => vectorOf(unit.words, words.indices, space));
  const inHam = new Float64Array(dimensions);
  const inSpam = new Float64Array(dimensions);
  vectors.forEach(({ direction, length }, i) => {
    const spam = posteriors[i] ?? 0;
    addScaled(inHam, direction, (1 - spam) * length);
    addScaled(inSpam, direction, spam * length);
  });
  const cosines = (sum: Float64Array, share: (i: number) => number): Float64Array => {
    const size = dot(sum, sum);
    return column(count, (i) => cosineWithRest(vectors[i] ?? NO_VECTOR, { sum, size }, share(i)));
  };
  return {
    topicHam: cosines(inHam, (i) => 1 - (posteriors[i] ?? 0)),
    topicSpam: cosines(inSpam, (i) => posteriors[i] ?? 0),
    topicBefore: column(count, (i) =>
      i === 0 ? 0 : dot(vectors[i]?.direction ?? NONE, vectors[i - 1]?.direction ?? NONE),
    ),
  };
}

/** The vector of a unit: a direction of length 1, or zeros, and how long it was. */
interface TopicVector {
  readonly direction: Float64Array;
  readonly length: number;
}

const NONE = new Float64Array(0);
const NO_VECTOR: TopicVector = { direction: NONE, length: 0 };

function vectorOf(words: Int32Array, indices: Int32Array, space: TopicSpace): TopicVector {
  const { dimensions, size } = space;
  const rows = new Int32Array(words.length);
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const row = indices[words[at] ?? 0] ?? -1;
    if (row >= 0 && row < size) {
      rows[count++] = row;
    }
  }
  const sum = new Float64Array(dimensions);
  for (let d = 0; d < dimensions; d += LANES) {
    addLanes(sum, d, rows.subarray(0, count), space);
  }
  const length = Math.sqrt(dot(sum, sum));
  if (length > 0) {
    for (let d = 0; d < dimensions; d++) {
      sum[d] = (sum[d] ?? 0) / length;
    }
  }
  return { direction: sum, length };
}

/** Dimensions that are summed side by side, so that their sums need not go through the memory. */
const LANES = 4;

/**
 * Adds up four dimensions of the vectors of some words, from `d` on. The sums are of the codes' squares with their signs,
 * whole numbers: what those are multiplied by to be numbers of the space (`decodeTopic`) changes no direction.
 */
function addLanes(
  sum: Float64Array,
  d: number,
  rows: Int32Array,
  { dimensions, codes }: TopicSpace,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let e = 0;
  for (let at = 0; at < rows.length; at++) {
    const code = (rows[at] ?? 0) * dimensions + d;
    a += signedSquare(codes[code] ?? 0);
    b += signedSquare(codes[code + 1] ?? 0);
    c += signedSquare(codes[code + 2] ?? 0);
    e += signedSquare(codes[code + 3] ?? 0);
  }
  // Beyond the last dimension there is no element, and nothing is written.
  sum[d] = a;
  sum[d + 1] = b;
  sum[d + 2] = c;
  sum[d + 3] = e;
}

function signedSquare(code: number): number {
  return Math.imul(code, Math.abs(code));
}

/** Least length of a rest to compare with: what is left of a unit itself by rounding is no document. */
const LEAST_LENGTH = 6e-5;
/** Least share of a sum's squared length that the rest must keep for it to be told without adding up again. */
const LEAST_REST = 1e-3;

/**
 * Cosine of a unit's vector with the sum of all, in which it stands itself with a share of its length.
 *
 * The rest is the sum less that share; its length follows from those of both and their product, but where little is left,
 * which rounding would eat.
 */
function cosineWithRest(
  { direction, length }: TopicVector,
  { sum, size }: { readonly sum: Float64Array; readonly size: number },
  share: number,
): number {
  const own = share * length;
  const along = dot(sum, direction);
  const rest = size - 2 * own * along + own * own;
  if (rest > LEAST_REST * size) {
    return rest > LEAST_LENGTH * LEAST_LENGTH ? (along - own) / Math.sqrt(rest) : 0;
  }
  const difference = sum.slice();
  addScaled(difference, direction, -own);
  const left = Math.sqrt(dot(difference, difference));
  return left > LEAST_LENGTH ? dot(difference, direction) / left : 0;
}

function addScaled(target: Float64Array, source: Float64Array, scale: number): void {
  for (let d = 0; d < target.length; d++) {
    target[d] = (target[d] ?? 0) + scale * (source[d] ?? 0);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) {
    sum += (a[d] ?? 0) * (b[d] ?? 0);
  }
  return sum;
}
