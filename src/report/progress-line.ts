import type { RunState } from "./run-meter.ts";

/** What a run has done so far. */
export interface Progress extends RunState {
  readonly documents: number;
  /** Paragraphs that were cut. */
  readonly cut: number;
  /** Records that could not be read. */
  readonly rejected: number;
  /** Since the run began, in milliseconds. */
  readonly elapsedMs: number;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];

/** How a run goes, in a line: share done, bytes, documents and how many a second, what was cut and rejected, time left. */
export function formatProgress(progress: Progress): string {
  const { share, bytes, documents, cut, rejected, elapsedMs } = progress;
  const perSecond = elapsedMs > 0 ? Math.round((1000 * documents) / elapsedMs) : 0;
  const parts = [
    ...(share === undefined ? [] : [`${Math.floor(100 * share)} %`]),
    formatBytes(bytes),
    `${formatCount(documents)} documents`,
    `${formatCount(perSecond)} a second`,
    `${formatCount(cut)} cut`,
    ...(rejected === 0 ? [] : [`${formatCount(rejected)} rejected`]),
    ...(share === undefined || share === 0
      ? []
      : [`${formatDuration((elapsedMs * (1 - share)) / share)} left`]),
  ];
  return parts.join(", ");
}

/** A number of bytes in a unit that leaves at most three digits before the point: `1.2 GB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${BYTE_UNITS[unit]}`;
}

/** A time in the two units that say most: `2 h 5 min`, `12 s`. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A number with a comma before each three digits. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
