import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { z } from "zod";
import { parseModel } from "../src/core/model/model.ts";
import { loadModel } from "../src/pipeline/load-model.ts";
import { test } from "./scratch.ts";

const execute = promisify(execFile);

const Manifest = z.object({
  devDependencies: z.record(z.string(), z.string()),
  exports: z.record(z.string(), z.unknown()),
});

/** What `npm pack --json` says of a package. */
const Packed = z.tuple([
  z.object({ unpackedSize: z.number(), files: z.array(z.object({ path: z.string() })) }),
]);

async function readManifest(): Promise<z.infer<typeof Manifest>> {
  return Manifest.parse(JSON.parse(await readFile("package.json", "utf8")));
}

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
  const manifest = await readManifest();
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
  const index = new URL("../dist/lib/index.js", import.meta.url).href;
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

test("nothing is packed but what is built, the model and what people read", async () => {
  const { stdout } = await execute("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
  const [{ files, unpackedSize }] = Packed.parse(JSON.parse(stdout));
  const others = files
    .map(({ path }) => path)
    .filter((path) => !/^dist\/(bin|lib)\/(LICENSES\.txt|[\w-]+\.js)$/.test(path))
    .filter((path) => !/^dist\/lib\/(?:[\w-]+\/)*[\w-]+\.d\.ts$/.test(path));
  expect(others.toSorted()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/bin/package.json",
    "models/README.md",
    "models/tapis.model",
    "package.json",
  ]);
  expect(unpackedSize).toBeLessThan(7_500_000);
});

test("every name that can be imported leads to files, types first, whatever the conditions", async () => {
  const { exports } = await readManifest();
  for (const target of Object.values(exports)) {
    for (const conditions of conditionsIn(target)) {
      const names = Object.keys(conditions);
      expect(names.at(-1)).toBe("default");
      if (names.includes("types")) expect(names[0]).toBe("types");
    }
    for (const path of pathsIn(target)) await access(path);
  }
});

/** The objects of conditions in a target of `exports`, from the outside to the inside. */
function conditionsIn(target: unknown): object[] {
  if (typeof target !== "object" || target === null) return [];
  return [target, ...Object.values(target).flatMap(conditionsIn)];
}

function pathsIn(target: unknown): string[] {
  if (typeof target === "string") return [target];
  return typeof target === "object" && target !== null
    ? Object.values(target).flatMap(pathsIn)
    : [];
}

test("the model of the package passes the check that a model of unknown origin gets", async () => {
  const checked = parseModel(await readFile("models/tapis.model"));
  const { words, ...model } = await loadModel();
  expect(model).toEqual({
    combination: checked.combination,
    threshold: checked.threshold,
    unsure: checked.unsure,
  });
  expect(words.ham).toEqual(checked.words.ham);
  expect(words.topics.codes()).toEqual(checked.words.topics.codes());
});
