import { join, relative, resolve, sep } from "node:path";
import { TapisError } from "../errors.ts";

/**
 * The path of a file below a folder.
 *
 * @throws {TapisError} ERR_OUTPUT_CONFLICT when it would not be below it: `../a`.
 */
export function joinBelow(folder: string, name: string): string {
  const path = join(folder, name);
  const way = relative(resolve(folder), resolve(path));
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || resolve(folder, way) === way) {
    throw new TapisError("ERR_OUTPUT_CONFLICT", `${path}: is not below ${folder}`);
  }
  return path;
}
