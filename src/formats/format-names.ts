/**
 * The names that `--format` takes. In a file of its own, so that help texts need not load the
 * formats.
 */
export const FORMAT_NAMES = ["text", "jsonl"] as const;

/** Name of a format that Tapis reads and writes. */
export type FormatName = (typeof FORMAT_NAMES)[number];
