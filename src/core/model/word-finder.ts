import { TapisError } from "../../errors.ts";

/** Words are found by the first bits of their hashes, in buckets that hold about one each. */
const BUCKET_BITS = 15;
const BUCKETS = 2 ** BUCKET_BITS;
const SHIFT = 32 - BUCKET_BITS;

/** Words that are put into buckets in one call. */
const BLOCK = 1024;

/**
 * Finds words by their hashes: gives the index of a hash, or −1. `hashes` ascend up to `firstCount`, and from there again; the
 * first are looked through first.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when they do not.
 */
export function wordFinder(hashes: Uint32Array, firstCount: number): (hash: number) => number {
  const findFirst = finderBetween(hashes, 0, firstCount);
  const findOther = finderBetween(hashes, firstCount, hashes.length);
  return (hash) => {
    const index = findFirst(hash);
    return index < 0 ? findOther(hash) : index;
  };
}

/** The same among the hashes from `start` to `end`, which ascend. */
function finderBetween(hashes: Uint32Array, start: number, end: number): (hash: number) => number {
  const starts = bucketStarts(hashes, start, end);
  return (hash) => {
    const bucket = hash >>> SHIFT;
    const bucketEnd = starts[bucket + 1] ?? 0;
    for (let index = starts[bucket] ?? 0; index < bucketEnd; index++) {
      if (hashes[index] === hash) return index;
    }
    return -1;
  };
}

/** Where each bucket of the hashes from `start` to `end` begins; the next one's beginning is its end. */
function bucketStarts(hashes: Uint32Array, start: number, end: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  let bucket = 0;
  for (let from = start; from < end; from += BLOCK) {
    bucket = fillBuckets(starts, bucket, hashes.subarray(from, Math.min(end, from + BLOCK)), from);
  }
  return starts.fill(end, bucket);
}

/**
 * In blocks: what is called again and again is compiled sooner than one long loop. Gives the first bucket whose beginning is
 * not known yet.
 */
function fillBuckets(
  starts: Uint32Array,
  firstBucket: number,
  hashes: Uint32Array,
  offset: number,
): number {
  let bucket = firstBucket;
  for (let at = 0; at < hashes.length; at++) {
    const own = (hashes[at] ?? 0) >>> SHIFT;
    if (own + 1 < bucket) {
      throw new TapisError(
        "ERR_MODEL_FORMAT",
        "model: the words are not in the order of their hashes; install or train it again",
      );
    }
    while (bucket <= own) {
      starts[bucket++] = offset + at;
    }
  }
  return bucket;
}
