/** A part of some bytes, half-open, that is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** What it takes to undo an edit in the edited bytes. */
export interface EditMade {
  /** Index in the edited bytes. */
  readonly at: number;
  /** How many bytes stand there now. */
  readonly length: number;
  /** What stood there before; alone in its buffer. */
  readonly was: Uint8Array;
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

/** How edits are undone, in order. What is the same before and after at either end of an edit is left aside. */
export function editsMade(bytes: Uint8Array, edits: readonly Edit[]): EditMade[] {
  let shift = 0;
  return edits.map((edit) => {
    const before = bytes.subarray(edit.start, edit.end);
    const after = edit.bytes;
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
    const at = edit.start + shift + head;
    shift += after.length - before.length;
    return {
      at,
      length: after.length - head - tail,
      // A slice of a Buffer would share its memory.
      was: new Uint8Array(before.subarray(head, before.length - tail)),
    };
  });
}
