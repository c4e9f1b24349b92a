// Installs the packed package into empty folders, as users do, and tries there what the README says.
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderBytes } from "./folder-bytes.ts";

const execute = promisify(execFile);

/** The oldest compiler whose users should be able to read the declarations, the last one of its line, and today's. */
const COMPILERS = ["5.0.4", "5.9.3", "6.0.3"];

/** What a lean install may take, in bytes. */
const MOST_LEAN_BYTES = 8_000_000;

let folder = "";
let tarball = "";

/** Runs a program in a folder below the temporary one. */
async function run(where: string, program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, args, { cwd: join(folder, where) });
  return stdout;
}

/** Makes a folder and installs packages in it. */
async function install(where: string, ...args: readonly string[]): Promise<void> {
  await mkdir(join(folder, where), { recursive: true });
  await writeFile(join(folder, where, "package.json"), '{ "private": true, "type": "module" }\n');
  await run(where, "npm", "install", "--no-audit", "--no-fund", ...args);
}

/** The lines of the README that show how a program uses Tapis; they clean `article.txt`. */
async function readmeLines(): Promise<string> {
  const readme = await readFile("README.md", "utf8");
  const code = /^## In a program\n+```ts\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
  expect(code).toContain('from "tapis"');
  return code;
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "tapis-install-")));
  const packing = await execute("npm", ["pack", "--silent", "--pack-destination", folder]);
  tarball = join(folder, packing.stdout.trim());
  await install("lean", "--omit=optional", tarball);
  await install("full", tarball);
  await install("program", tarball, "@types/node@20");
  await writeFile(join(folder, "program", "program.mts"), await readmeLines());
  await writeFile(join(folder, "program", "article.txt"), "Warga desa membangun jembatan baru.\n");
  const names = ["tapis", "tapis/browser", "tapis/node"].map((name) => `import "${name}";\n`);
  await writeFile(join(folder, "program", "names.mts"), names.join(""));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe.for(COMPILERS)("TypeScript %s", (version) => {
  const where = `typescript-${version}`;

  beforeAll(() => install(where, `typescript@${version}`));

  test.for(["node16", "nodenext", "bundler"])("reads the declarations (%s)", async (resolution) => {
    const module = resolution === "bundler" ? "esnext" : resolution;
    const compiler = join(folder, where, "node_modules/typescript/bin/tsc");
    const options = `--noEmit --strict --skipLibCheck false --target es2022 --types node --module ${module}`;
    const files = ["program.mts", "names.mts"];
    const args = [...options.split(" "), "--moduleResolution", resolution, ...files];
    expect(await run("program", process.execPath, compiler, ...args)).toBe("");
  });
});

test("the lines of the README run", async () => {
  const options = "--target es2022 --types node --module nodenext program.mts".split(" ");
  const compiler = join(
    folder,
    `typescript-${COMPILERS.at(-1)}`,
    "node_modules/typescript/bin/tsc",
  );
  await run("program", process.execPath, compiler, ...options);
  const printed = await run("program", process.execPath, "program.mjs");
  expect(printed).toBe("Warga desa membangun jembatan baru.\n 0\n");
});

test("the command runs", async () => {
  expect(await run("program", "npx", "tapis", "clean", "article.txt")).toBe(
    "Warga desa membangun jembatan baru.\n",
  );
});

test("CommonJS can require it", async () => {
  const script = 'console.log(typeof require("tapis").loadCleaner)';
  // Some versions of Node call this an experiment, on standard error.
  expect(await run("program", process.execPath, "--input-type=commonjs", "--eval", script)).toBe(
    "function\n",
  );
});

describe("a lean install", () => {
  test("takes at most 8 MB", async () => {
    const bytes = await folderBytes(join(folder, "lean", "node_modules"));
    console.log(`lean: ${(bytes / 1e6).toFixed(2)} MB`);
    console.log(
      `full: ${((await folderBytes(join(folder, "full", "node_modules"))) / 1e6).toFixed(2)} MB`,
    );
    expect(bytes).toBeLessThanOrEqual(MOST_LEAN_BYTES);
  });

  test.for([
    ["clean", "a.txt"],
    ["clean", "a.html"],
    ["clean", "a.csv"],
    ["clean", "a.txt", "--out", "out", "--jobs", "2"],
  ])("does without the rest: %s %s", async (args) => {
    for (const name of ["a.txt", "a.html"]) {
      await writeFile(join(folder, "lean", name), "<p>Warga desa membangun jembatan.</p>\n");
    }
    await writeFile(join(folder, "lean", "a.csv"), "text,id\nWarga desa,1\n");
    await expect(run("lean", "npx", "tapis", ...args)).resolves.toBeDefined();
  });

  test.for([
    ["@bokuweb/zstd-wasm", ["clean", "a.txt.zst", "--threshold", "0", "--out", "out"]],
    ["natural", ["evaluate", "a.jsonl", "--against", "natural"]],
  ] as const)("says how to install %s when it is needed", async ([name, args]) => {
    const document = { id: "a", text: "Warga desa.", lang: "id", spam: [] };
    await writeFile(join(folder, "lean", "a.jsonl"), `${JSON.stringify(document)}\n`);
    await copyFile("tests/io/files/lines.txt.zst", join(folder, "lean", "a.txt.zst"));
    const stderr = expect.stringContaining(`which is not installed: npm install ${name}\n`);
    await expect(run("lean", "npx", "tapis", ...args)).rejects.toMatchObject({ code: 2, stderr });
  });
});
