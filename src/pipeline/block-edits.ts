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

/** How to undo an edit: `length` bytes from `at` on in the edited bytes were `was`. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly was: Uint8Array;
}

/**
 * How to undo edits, which are disjoint and in order. What an edit left as it was at its head and tail is not listed; characters of
 * UTF-8 are not divided.
 */
export function listChanges(bytes: Uint8Array, edits: readonly Edit[]): Change[] {
  let shift = 0;
  return edits.map(({ start, end, bytes: edited }) => {
    const was = bytes.subarray(start, end);
    const most = Math.min(was.length, edited.length);
    let head = 0;
    while (head < most && was[head] === edited[head]) head += 1;
    while (head > 0 && isInsideCharacter(was[head], edited[head])) head -= 1;
    let tail = 0;
    while (tail < most - head && was.at(-1 - tail) === edited.at(-1 - tail)) tail += 1;
    while (tail > 0 && isInsideCharacter(was.at(-tail), undefined)) tail -= 1;
    const at = start + shift + head;
    shift += edited.length - was.length;
    // A copy, so that it does not take its whole block along to another thread.
    return {
      at,
      length: edited.length - head - tail,
      was: Uint8Array.from(was.subarray(head, was.length - tail)),
    };
  });
}

/** Whether one of two bytes goes on with a character. */
function isInsideCharacter(one: number | undefined, other: number | undefined): boolean {
  return [one, other].some((byte) => byte !== undefined && byte >= 0x80 && byte < 0xc0);
}
