import { statSync } from "node:fs";

/** What tells whether a file is still the one it was. */
export interface FileStats {
  readonly sizeBytes: number;
  /** When it was changed, in milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** Size and time of change of a file; zeros for one that cannot be seen. */
export async function measureFile(path: string): Promise<FileStats> {
  try {
    const { size, mtimeMs } = statSync(path);
    return { sizeBytes: size, modifiedMs: mtimeMs };
  } catch {
    return { sizeBytes: 0, modifiedMs: 0 };
  }
}
