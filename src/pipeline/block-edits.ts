/** A part of some bytes, half-open, that is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The bytes with their edits, which are disjoint and in order; the bytes themselves when there is none. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  let length = bytes.length;
  for (const edit of edits) length += edit.bytes.length - (edit.end - edit.start);
  const edited = new Uint8Array(length);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    edited.set(bytes.subarray(from, edit.start), to);
    to += edit.start - from;
    edited.set(edit.bytes, to);
    to += edit.bytes.length;
    from = edit.end;
  }
  edited.set(bytes.subarray(from), to);
  return edited;
}
