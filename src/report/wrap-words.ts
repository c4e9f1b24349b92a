/** Characters that take no column of their own. */
const NO_COLUMN = /^\p{M}$/u;

/**
 * Characters that take two columns: the East Asian wide ones, roughly as in Unicode Annex 11, and
 * emoji.
 */
const TWO_COLUMNS =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/**
 * Lines of at most `width` columns with these words, in order, a space between two. A word that is
 * wider than a line is broken. Empty when no word has a character.
 */
export function wrapWords(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const word of words.flatMap((whole) => breakWord(whole, width))) {
    const wordColumns = columnCount(word);
    if (line !== "" && columns + 1 + wordColumns > width) {
      lines.push(line);
      line = "";
      columns = 0;
    }
    columns += wordColumns + (line === "" ? 0 : 1);
    line += line === "" ? word : ` ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let columns = 0;
  for (const character of word) {
    const characterColumns = columnCount(character);
    if (piece !== "" && columns + characterColumns > width) {
      pieces.push(piece);
      piece = "";
      columns = 0;
    }
    piece += character;
    columns += characterColumns;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

function columnCount(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character < "\u0300") columns += 1;
    else if (!NO_COLUMN.test(character)) columns += TWO_COLUMNS.test(character) ? 2 : 1;
  }
  return columns;
}
