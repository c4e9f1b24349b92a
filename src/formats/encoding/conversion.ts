/** Turns bytes into other bytes, piece by piece; `last` gives what is left when nothing more comes. */
export interface Conversion {
  next(piece: Uint8Array): Uint8Array;
  last(): Uint8Array;
}
