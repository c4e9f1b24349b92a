import { readFileSync } from "node:fs";

/** The version in this package's own package.json. */
export function readPackageVersion(): string {
  const content = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const version = /"version": "([^"]+)"/.exec(content)?.[1];
  if (version === undefined) throw new Error("package.json: has no version");
  return version;
}
