import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { PRESETS } from "../../src/core/clean/presets.ts";
import type { TextCleanerOptions } from "../../src/pipeline/load-text-cleaner.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";
import { test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

describe("from stream to stream", () => {
  test("cleans a text", async () => {
    expect(await runCli(["clean"], { stdin: "news\nslot\n" })).toEqual({
      exitCode: 0,
      stdout: "news\n",
      stderr: "tapis: 1 document, 2 paragraphs, 1 cut\n",
    });
  });

  test("cleans JSON Lines", async () => {
    const { stdout } = await runCli(["clean", "--format", "jsonl", "--text-key", "a.b"], {
      stdin: '{"a":{"b":"slot\\nnews"},"n":1}\n',
    });
    expect(stdout).toBe('{"a":{"b":"news"},"n":1}\n');
  });

  test("a bad record is told on standard error and makes the exit code 1", async () => {
    const stdin = '{"text":"a"}\n\u001B[31m\n';
    expect(await runCli(["clean", "--format", "jsonl"], { stdin })).toEqual({
      exitCode: 1,
      stdout: '{"text":"a"}\n',
      stderr: expect.stringMatching(
        /^tapis: <stdin>:2: not JSON: .*\\u\{1b\}.*\ntapis: 1 document, 1 paragraph, 0 cut, 1 record rejected\n$/u,
      ),
    });
  });

  test("of very many bad records only the first are told one by one", async () => {
    const { stderr } = await runCli(["clean", "--format", "jsonl"], { stdin: "x\n".repeat(50) });
    expect(stderr.split("\n")).toHaveLength(20 + 2);
    expect(stderr).toContain("50 records rejected");
  });

  test("--quiet says nothing", async () => {
    const stdin = "oops\n";
    const result = await runCli(["clean", "--quiet", "--format", "jsonl"], { stdin });
    expect(result).toEqual({ exitCode: 1, stdout: "", stderr: "" });
  });

  test("a reader that has gone ends the run without a word", async () => {
    const { Writable } = await import("node:stream");
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("gone"), { code: "EPIPE" })),
    });
    const { exitCode, stderr } = await runCli(["clean"], { stdin: "news", stdout });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });
});

/** The line of a file of cuts that has such a record. */
function lineAbout(key: string, cuts: string): string {
  return cuts.split("\n").find((line) => line.startsWith(`{"${key}":`)) ?? "";
}

describe("files", () => {
  test("one file goes to standard output", async ({ scratch }) => {
    const path = await scratch.write("a.txt", "slot\nnews");
    expect(await runCli(["clean", path])).toMatchObject({ exitCode: 0, stdout: "news" });
  });

  test("--out mirrors the tree", async ({ scratch }) => {
    await scratch.write("in/a.txt", "news\nslot");
    await scratch.write("in/deep/b.jsonl", '{"text":"slot\\nnews"}\n');
    const result = await runCli(["clean", scratch.at("in"), "--out", scratch.at("out")]);
    expect(result).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "tapis: 2 documents, 4 paragraphs, 2 cut\n",
    });
    expect(await scratch.list()).toEqual([
      "in/a.txt",
      "in/deep/b.jsonl",
      "out/.tapis-ledger.jsonl",
      "out/a.txt",
      "out/deep/b.jsonl",
    ]);
    expect(await scratch.read("out/a.txt")).toBe("news");
    expect(await scratch.read("out/deep/b.jsonl")).toBe('{"text":"news"}\n');
  });

  test("--in-place replaces files", async ({ scratch }) => {
    const path = await scratch.write("a.txt", "news\nslot");
    await runCli(["clean", path, "--in-place"]);
    expect(await scratch.list()).toEqual([".tapis-ledger.jsonl", "a.txt"]);
    expect(await scratch.read("a.txt")).toBe("news");
  });

  test("several JSON Lines files become one stream", async ({ scratch }) => {
    await scratch.write("a.jsonl", '{"text":"a"}');
    await scratch.write("b.ndjson", '{"text":"b"}\n');
    expect((await runCli(["clean", scratch.at(".")])).stdout).toBe('{"text":"a"}\n{"text":"b"}\n');
  });

  test("--removed and --rejects take what was taken out", async ({ scratch }) => {
    const path = await scratch.write("a.jsonl", '{"text":"slot\\nnews"}\noops\n');
    const side = ["--removed", scratch.at("cuts"), "--rejects", scratch.at("bad")];
    const { exitCode, stderr } = await runCli(["clean", path, ...side]);
    expect(exitCode).toBe(1);
    expect(stderr).toBe("tapis: 1 document, 2 paragraphs, 1 cut, 1 record rejected\n");
    expect(JSON.parse(lineAbout("document", await scratch.read("cuts")))).toMatchObject({
      document: { path, line: 1 },
      span: [0, 5],
    });
    expect(JSON.parse(await scratch.read("bad"))).toMatchObject({ path, line: 2, raw: "oops" });
  });

  test("a text that is not UTF-8 is rejected and the others are cleaned", async ({ scratch }) => {
    await scratch.write("in/a.txt", Buffer.of(0x61, 0xe9));
    await scratch.write("in/b.txt", "news");
    const { exitCode, stderr } = await runCli([
      "clean",
      scratch.at("in"),
      "--out",
      scratch.at("out"),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${scratch.at("in/a.txt")}:1: not UTF-8: byte 2 is 0xe9`);
    expect(await scratch.list()).toEqual([
      "in/a.txt",
      "in/b.txt",
      "out/.tapis-ledger.jsonl",
      "out/b.txt",
    ]);
  });

  test("a packed file stays packed", async ({ scratch }) => {
    await scratch.write("in/a.txt.gz", gzipSync("news\nslot"));
    await runCli(["clean", scratch.at("in"), "--out", scratch.at("out")]);
    expect(gunzipSync(await readFile(scratch.at("out/a.txt.gz"))).toString()).toBe("news");
  });

  test("of several files one that cannot be read is told, and the others are cleaned", async ({
    scratch,
  }) => {
    await scratch.write("in/a.txt.gz", gzipSync("news\nslot").subarray(0, 20));
    await scratch.write("in/b.txt", "news\nslot");
    const side = ["--out", scratch.at("out"), "--rejects", scratch.at("bad")];
    const { exitCode, stderr } = await runCli(["clean", scratch.at("in"), ...side]);
    expect(exitCode).toBe(1);
    expect(stderr).toBe("tapis: 1 document, 2 paragraphs, 1 cut, 1 record rejected\n");
    expect(JSON.parse(await scratch.read("bad"))).toMatchObject({
      path: scratch.at("in/a.txt.gz"),
      code: "ERR_INPUT_READ",
      reason: expect.stringContaining("the gzip data end too early"),
    });
    expect(await scratch.list()).not.toContain("out/a.txt.gz");
    expect(await scratch.read("out/b.txt")).toBe("news");
  });

  test("of several outputs one that cannot be opened is told, and the others are written", async ({
    scratch,
  }) => {
    await scratch.write("in/a.txt", "news");
    await scratch.write("in/b.txt", "news\nslot");
    await scratch.write("out/a.txt/in-the-way", "");
    const { exitCode, stderr } = await runCli([
      "clean",
      scratch.at("in"),
      "--out",
      scratch.at("out"),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("out/a.txt: cannot be written: there is a folder of that name");
    expect(await scratch.read("out/b.txt")).toBe("news");
  });

  test("--max-rejects ends a run that goes wrong", async ({ scratch }) => {
    await scratch.write("in/a.jsonl", "oops\noops\n");
    await scratch.write("in/b.jsonl", '{"text":"news"}\n');
    const flags = ["--max-rejects", "1", "--out", scratch.at("out")];
    expect(await runCli(["clean", scratch.at("in"), ...flags])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("2 records could not be read: too many, the run ends here"),
    });
    expect(await scratch.list()).not.toContain("out/b.jsonl");
  });

  test("--max-cut and --drop-empty say what they did", async ({ scratch }) => {
    await scratch.write("in/a.txt", "slot\nslot\nnews");
    await scratch.write("in/b.txt", "slot");
    await scratch.write("in/c.txt", "news\nnews\nslot");
    const out = ["--out", scratch.at("out"), "--drop-empty"];
    const dropping = await runCli(["clean", scratch.at("in"), ...out]);
    expect(dropping.stderr).toBe(
      "tapis: 3 documents, 7 paragraphs, 4 cut, 1 document left out as spam\n",
    );
    expect(await scratch.list()).not.toContain("out/b.txt");
    const sparing = await runCli(["clean", scratch.at("in"), ...out, "--max-cut", "60%"]);
    expect(sparing.stderr).toBe(
      "tapis: 3 documents, 7 paragraphs, 1 cut, 2 documents spared by --max-cut\n",
    );
    expect(await scratch.read("out/a.txt")).toBe("slot\nslot\nnews");
    expect(await scratch.read("out/c.txt")).toBe("news\nnews");
  });

  test("--backup keeps what is replaced", async ({ scratch }) => {
    const path = await scratch.write("a.txt", "news\nslot");
    await runCli(["clean", path, "--in-place", "--backup", ".orig"]);
    expect(await scratch.read("a.txt.orig")).toBe("news\nslot");
    expect(await scratch.read("a.txt")).toBe("news");
  });

  test("--dry-run writes nothing and says what would be cut", async ({ scratch }) => {
    const path = await scratch.write("a.txt", "news\nslot");
    const flags = ["--dry-run", "--in-place", "--removed", scratch.at("cuts")];
    expect(await runCli(["clean", path, ...flags])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "tapis: 1 document, 2 paragraphs, 1 cut (dry run, nothing written)\n",
    });
    expect(await scratch.list()).toEqual(["a.txt"]);
    expect(await scratch.read("a.txt")).toBe("news\nslot");
  });

  test("--threshold, the presets and --model reach the cleaner", async ({ scratch }) => {
    const path = await scratch.write("a.txt", "");
    const asked: TextCleanerOptions[] = [];
    const loadCleaner = async (options: TextCleanerOptions) => {
      asked.push(options);
      return standInCleaner;
    };
    await runCli(["clean", path], { loadCleaner });
    await runCli(["clean", path, "--threshold", ".9", "--model", "m"], { loadCleaner });
    await runCli(["clean", path, "--careful"], { loadCleaner });
    await runCli(["clean", path, "--thorough"], { loadCleaner });
    expect(asked).toEqual([
      {},
      { threshold: 0.9, model: "m" },
      { threshold: PRESETS.careful },
      { threshold: PRESETS.thorough },
    ]);
  });
});

describe("refuses, and writes nothing", () => {
  test.for([
    ["--careful", "--thorough"],
    ["--careful", "--threshold", "0.5"],
  ])("%s beside another threshold", async (flags) => {
    expect(await runCli(["clean", ...flags])).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining("cannot be used with option"),
    });
  });

  test("when a path does not exist", async ({ scratch }) => {
    await scratch.write("a.txt", "slot");
    const result = await runCli(["clean", scratch.at("a.txt"), scratch.at("b.txt"), "--in-place"]);
    expect(result).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `tapis: ${scratch.at("b.txt")}: no such file or folder\n`,
    });
    expect(await scratch.read("a.txt")).toBe("slot");
  });

  test("when the format of a file is not known", async ({ scratch }) => {
    const path = await scratch.write("a.doc", "{}");
    const { exitCode, stderr } = await runCli(["clean", path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${path}: the name ends in none of .txt`);
  });

  test("when several texts would go into one stream", async ({ scratch }) => {
    await scratch.write("a.txt", "a");
    await scratch.write("b.txt", "b");
    const { exitCode, stderr } = await runCli(["clean", scratch.at(".")]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("use --out FOLDER or --in-place");
  });

  test.for([
    { name: "an output would be an input", flags: ["--out", "in"] },
    { name: "the cuts would go into an input", flags: ["--out", "out", "--removed", "in/a.txt"] },
    { name: "the cuts would go into an output", flags: ["--out", "out", "--removed", "out/a.txt"] },
    {
      name: "cuts and rejects would meet",
      flags: ["--in-place", "--removed", "x", "--rejects", "x"],
    },
  ])("when $name", async ({ flags }, { scratch }) => {
    await scratch.write("in/a.txt", "slot");
    const args = flags.map((flag) => (flag.startsWith("--") ? flag : scratch.at(flag)));
    const { exitCode, stderr } = await runCli(["clean", scratch.at("in/a.txt"), ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/(output|input) of this run and would be overwritten/);
    expect(await scratch.list()).toEqual(["in/a.txt"]);
  });

  test.for([
    { flags: ["--in-place"], message: "--in-place needs the paths of files to clean" },
    { flags: ["--out", "x"], message: "--out needs the paths of files to clean" },
    {
      flags: ["--out", "x", "--in-place", "a"],
      message: "--out and --in-place exclude each other",
    },
  ])("when flags do not go together: $flags", async ({ flags, message }) => {
    expect(await runCli(["clean", ...flags])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `tapis: ${message}\n`,
    });
  });
});
