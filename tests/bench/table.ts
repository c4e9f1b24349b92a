/** What a part of the measuring found. */
export interface Section {
  readonly title: string;
  /** The command that makes it again. */
  readonly command: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know to read the table, a sentence or two; and what was left out, and why. */
  readonly notes: readonly string[];
  /** The figures by name, unrounded. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A section in Markdown, as it can stand in a README: title, table, notes, and the command under them. */
export function formatSection({ title, command, columns, rows, notes }: Section): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [
    `### ${title}`,
    [line(columns), line(rule), ...rows.map(line)].join("\n"),
    ...notes,
    `\`\`\`sh\n${command}\n\`\`\``,
  ].join("\n\n");
}

const MISSING = "–";

/** Three significant digits, without an exponent: `0.0123`, `4.50`, `1,230`; a dash for what is missing. */
export function formatNumber(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return MISSING;
  const rounded = Number(value.toPrecision(3));
  const digits = rounded === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A time in seconds or milliseconds. */
export function formatTime(ms: number | undefined): string {
  if (ms === undefined) return MISSING;
  return ms >= 1000 ? `${formatNumber(ms / 1000)} s` : `${formatNumber(ms)} ms`;
}

/** A size in megabytes. */
export function formatSize(bytes: number | undefined): string {
  return bytes === undefined ? MISSING : `${formatNumber(bytes / 1e6)} MB`;
}

/** Megabytes per second. */
export function throughput(sizeBytes: number, elapsedMs: number | undefined): number | undefined {
  return elapsedMs === undefined ? undefined : sizeBytes / 1e6 / (elapsedMs / 1000);
}

/** The figures that there are. */
export function figuresOf(
  figures: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  const known: Record<string, number> = {};
  for (const [name, value] of Object.entries(figures)) {
    if (value !== undefined && Number.isFinite(value)) known[name] = value;
  }
  return known;
}
