import type { Span } from "../text/span.ts";

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

/** Bytes that are taken in one round: four lanes of 32 bits. */
const STRIPE = 16;
/** By how much each lane is rotated at the end. */
const ROTATIONS = [1, 7, 12, 18];
/** Bytes that are hashed in one call; a multiple of that. */
const BLOCK = 4096;

/**
 * xxHash of some bytes, 32 bits, with seed 0: finds every change of up to 32 neighbouring bits, and others but one in four
 * billion, in a few milliseconds for a model file.
 *
 * Source: Collet, *xxHash fast digest algorithm*, specification of version 0.1.1, XXH32.
 */
export function xxHash32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let hash = bytes.length < STRIPE ? PRIME_5 : hashStripes(bytes, view);
  hash = (hash + bytes.length) | 0;
  let at = bytes.length - (bytes.length % STRIPE);
  for (; at + 4 <= bytes.length; at += 4) {
    hash = (hash + Math.imul(view.getUint32(at, true), PRIME_3)) | 0;
    hash = Math.imul(rotated(hash, 17), PRIME_4);
  }
  for (; at < bytes.length; at++) {
    hash = (hash + Math.imul(bytes[at] ?? 0, PRIME_5)) | 0;
    hash = Math.imul(rotated(hash, 11), PRIME_1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashStripes(bytes: Uint8Array, view: DataView): number {
  const lanes = Int32Array.of((PRIME_1 + PRIME_2) | 0, PRIME_2 | 0, 0, -PRIME_1 | 0);
  const end = bytes.length - STRIPE + 1;
  for (let start = 0; start < end; start += BLOCK) {
    hashBlock(view, { start, end: Math.min(end, start + BLOCK) }, lanes);
  }
  return lanes.reduce((sum, lane, index) => (sum + rotated(lane, ROTATIONS[index] ?? 0)) | 0, 0);
}

/** In blocks, and with the rounds written out: what is called again and again is compiled sooner than one long loop. */
function hashBlock(view: DataView, { start, end }: Span, lanes: Int32Array): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  for (let at = start; at < end; at += STRIPE) {
    a = (a + Math.imul(view.getUint32(at, true), PRIME_2)) | 0;
    a = Math.imul((a << 13) | (a >>> 19), PRIME_1);
    b = (b + Math.imul(view.getUint32(at + 4, true), PRIME_2)) | 0;
    b = Math.imul((b << 13) | (b >>> 19), PRIME_1);
    c = (c + Math.imul(view.getUint32(at + 8, true), PRIME_2)) | 0;
    c = Math.imul((c << 13) | (c >>> 19), PRIME_1);
    d = (d + Math.imul(view.getUint32(at + 12, true), PRIME_2)) | 0;
    d = Math.imul((d << 13) | (d >>> 19), PRIME_1);
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function rotated(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
