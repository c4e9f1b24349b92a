/** A column of a table for a terminal. */
export interface Column {
  readonly title: string;
  /** Characters that it takes; the first column stands on the left, the others on the right of theirs. */
  readonly width: number;
}

/**
 * Lines of a table for a terminal, the titles first: columns of fixed width, one space at least between two. What is too
 * wide for the first column is shortened; cells must not hold control characters.
 */
export function formatColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const titles = columns.map(({ title }) => title);
  return [titles, ...rows].map((cells) =>
    columns
      .map(({ width }, index) => {
        const cell = cells[index] ?? "";
        return index === 0 ? shorten(cell, width).padEnd(width) : ` ${cell}`.padStart(width);
      })
      .join("")
      .trimEnd(),
  );
}

/** A text of at most so many code points, five or more; of one that is longer the middle is left out. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text;
  // The names of one site's files differ at their ends.
  const head = Math.floor((width - 1) / 3);
  const tail = characters.slice(characters.length - (width - 1 - head));
  return `${characters.slice(0, head).join("")}…${tail.join("")}`;
}
