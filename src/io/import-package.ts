import { TapisError } from "../errors.ts";

/** A package that not everybody has installed. */
export interface WantedPackage {
  readonly name: string;
  /** What cannot be done without it, as the start of a sentence: "Writing .zst files". */
  readonly use: string;
}

/**
 * Loads a package that may not be there.
 *
 * @throws {TapisError} ERR_DEPENDENCY_MISSING tells how to install it.
 */
export async function importPackage<T>(
  { name, use }: WantedPackage,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(cause, name)) throw cause;
    const message = `${use} needs the package ${name}, which is not installed: npm install ${name}`;
    throw new TapisError("ERR_DEPENDENCY_MISSING", message, { cause });
  }
}

/** Whether it is this package that was not found, and not a file or a package that it needs itself. */
function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const isNotFound = error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND";
  const starts = [
    `Cannot find package '${name}'`,
    `Cannot find module '${name}'`,
    `Cannot find module '${name}/`,
  ];
  return isNotFound && starts.some((start) => error.message.startsWith(start));
}
