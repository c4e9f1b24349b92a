/** A column of a table for a terminal. */
export interface Column {
  readonly title: string;
  /** Characters that it takes; the first column stands on the left, the others on the right of theirs. */
  readonly width: number;
}

/**
 * Lines of a table for a terminal, the titles first: columns of fixed width, one space at least between two. What is too
 * wide for the first column is cut short; cells must not hold control characters.
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

/** A text of at most so many code points; one that is longer ends in an ellipsis. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join("")}…`;
}
