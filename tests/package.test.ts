import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { z } from "zod";
import { test } from "./scratch.ts";

const execute = promisify(execFile);

const Manifest = z.object({ devDependencies: z.record(z.string(), z.string()) });

/** Imports the built package and tells what that changed. */
const IMPORT_SCRIPT = `
  import { createRequire } from "node:module";
  const before = JSON.stringify(process.env);
  await import(process.argv[1]);
  const isEnvironmentSame = before === JSON.stringify(process.env);
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  const isNaturalLoaded = loaded.some((path) => path.includes("/natural/"));
  console.log(JSON.stringify({ isEnvironmentSame, isNaturalLoaded }));
`;

test("the versions of the development tools are exact", async () => {
  const manifest = Manifest.parse(JSON.parse(await readFile("package.json", "utf8")));
  for (const version of Object.values(manifest.devDependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test("the lock file names no registry", async () => {
  expect(await readFile("package-lock.json", "utf8")).not.toContain('"resolved"');
});

test("importing the package prints nothing, reads no .env and does not load natural", async ({
  scratch,
}) => {
  await scratch.write(".env", "TAPIS_TEST=1\n");
  const index = new URL("../dist/index.js", import.meta.url).href;
  const args = ["--input-type=module", "--eval", IMPORT_SCRIPT, index];
  const { stdout, stderr } = await execute(process.execPath, args, { cwd: scratch.at(".") });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ isEnvironmentSame: true, isNaturalLoaded: false });
});

const ENTRIES_SCRIPT = `
  const names = async (entry) => Object.keys(await import(entry)).toSorted();
  console.log(JSON.stringify([await names("tapis"), await names("tapis/browser"), await names("tapis/node")]));
`;

test("all entries have the same names, and that for Node.js one more", async () => {
  const args = ["--input-type=module", "--eval", ENTRIES_SCRIPT];
  const { stdout } = await execute(process.execPath, args);
  const names = [
    "PRESETS",
    "TapisError",
    "cleanDocuments",
    "cleaningStream",
    "createCleaner",
    "loadCleaner",
    "parseModel",
    "restore",
  ];
  expect(JSON.parse(stdout)).toEqual([names, names, [...names, "cleaningTransform"].toSorted()]);
});
