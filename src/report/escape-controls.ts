/**
 * Controls, format characters (direction, zero width), lone surrogates, line and paragraph
 * separators.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text that a terminal only shows: every character that could move the cursor, change colours, turn
 * the direction of writing or hide itself is written out, as `\u{1b}` for escape. Line feeds too.
 */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
