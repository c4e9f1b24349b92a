import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { describeRunning } from "./run-command.ts";

/** Cores, model and memory of the machine, and the versions of what is measured on it. */
export function describeMachine(root: string): string {
  const version = (folder: string): string => {
    const text = readFileSync(join(root, folder, "package.json"), "utf8");
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
  };
  const [first] = cpus();
  const packages = ["natural", "wink-naive-bayes-text-classifier"]
    .map((name) => `${name} ${version(join("node_modules", name))}`)
    .join(", ");
  return [
    `${cpus().length} × ${first?.model.trim() ?? "unknown processor"}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${release()} ${arch()}`,
    `Node.js ${process.version}`,
    `tapis ${version(".")}${commit(root)}`,
    packages,
    ...["fasttext", "bogofilter"].flatMap(debianVersion),
    describeRunning(),
  ].join("; ");
}

function commit(root: string): string {
  const { stdout } = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: root });
  const name = stdout?.toString().trim() ?? "";
  return name === "" ? "" : ` (${name})`;
}

function debianVersion(name: string): string[] {
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f", "${Version}", name]);
  const found = stdout?.toString().trim() ?? "";
  return found === "" ? [] : [`${name} ${found}`];
}
