import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { type Scratch, test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

const FILES = new URL("../formats/", import.meta.url);

/** Inputs of every kind, some with spam, by their names. */
const INPUTS: Readonly<Record<string, Buffer>> = {
  "a.txt": Buffer.from("news\nslot\r\nmore\n"),
  "clean.txt": Buffer.from("news\n"),
  "empty.txt": Buffer.alloc(0),
  "all spam.txt": Buffer.from("slot\nslot"),
  "not utf-8.txt": Buffer.of(0x61, 0xff, 0x0a),
  "deep/er/b.md": Buffer.from("\uFEFFslot\n\nnéws 😀\n"),
  "utf-16.txt": Buffer.from("\uFEFFnews\nslot\nmore", "utf16le"),
  "half a pair.txt": Buffer.from("\uFEFFnews\nslot\n\uD83D", "utf16le"),
  "records.jsonl": Buffer.from(
    '{"text":"news"}\n{"text":"a\\nslot é\\nb","n":1e400}\nno JSON\n\n{"text":["slot","b"]}',
  ),
  "latin.jsonl": Buffer.concat([
    Buffer.from('{"text":"slot"}\n{"text":"'),
    Buffer.of(0xe9, 0x22, 0x7d),
  ]),
  "array.json": Buffer.from('[{"text":"a\\nslot"},{"text":"b"},3]'),
  "table.csv": Buffer.from('id,text\n1,"a\nslot"\n2,b\n3\n'),
  "page.html": Buffer.from("<p>a</p><p class=x>slot &amp; more</p><p>b"),
  "packed.txt.gz": gzipSync("news\nslot\nmore", { level: 1 }),
  "packed clean.txt.gz": gzipSync("news\nmore", { level: 1 }),
  "records.jsonl.gz": gzipSync('{"text":"slot"}\n{"text":"a"}\n', { level: 2 }),
  "lines.txt.zst": readFileSync(new URL("../io/files/lines.txt.zst", FILES)),
  "crawl.warc": readFileSync(new URL("warc/files/one-dot-one.warc", FILES)),
  "crawl.warc.gz": readFileSync(new URL("warc/files/one-dot-zero.warc.gz", FILES)),
  "texts.parquet": readFileSync(new URL("parquet/files/zstd.parquet", FILES)),
};

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function writeInputs(scratch: Scratch): Promise<void> {
  for (const [name, bytes] of Object.entries(INPUTS)) await scratch.write(`in/${name}`, bytes);
}

function digestsBelow(scratch: Scratch, folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(INPUTS).map((name) => [
      name,
      digest(readFileSync(scratch.at(`${folder}/${name}`))),
    ]),
  );
}

const ORIGINAL = Object.fromEntries(
  Object.entries(INPUTS).map(([name, bytes]) => [name, digest(bytes)]),
);

async function restore(scratch: Scratch, cleaned: string, out = "again") {
  const removed = scratch.at("cuts.jsonl");
  return runCli(["restore", scratch.at(cleaned), "--removed", removed, "--out", scratch.at(out)]);
}

describe("every input is what it was, byte for byte,", () => {
  test.for([
    ["--out OUT"],
    ["--out OUT --drop-empty"],
    ["--out OUT --html-to text"],
    ["--out OUT --max-cut 40%"],
    ["--in-place"],
    ["--in-place --backup .orig"],
  ])("after %s", async ([args = ""], { scratch }) => {
    await writeInputs(scratch);
    const flags = args.replace("OUT", scratch.at("out")).split(" ");
    const removed = scratch.at("cuts.jsonl");
    await runCli(["clean", scratch.at("in"), ...flags, "--removed", removed]);
    const { stderr, exitCode } = await restore(scratch, args.startsWith("--out") ? "out" : "in");
    expect(stderr).toBe(`tapis: ${Object.keys(INPUTS).length} files restored\n`);
    expect(exitCode).toBe(0);
    expect(digestsBelow(scratch, "again")).toEqual(ORIGINAL);
  });

  test("in the place of their cleaned selves", async ({ scratch }) => {
    await writeInputs(scratch);
    await runCli(["clean", scratch.at("in"), "--in-place", "--removed", scratch.at("cuts.jsonl")]);
    await restore(scratch, "in", "in");
    expect(digestsBelow(scratch, "in")).toEqual(ORIGINAL);
  });

  test("when there is one only, which came from standard output", async ({ scratch }) => {
    const path = await scratch.write("in/a.txt", "news\nslot\nmore");
    const { stdout } = await runCli(["clean", path, "--removed", scratch.at("cuts.jsonl")]);
    await scratch.write("cleaned", stdout);
    await restore(scratch, "cleaned");
    expect(await scratch.read("again/a.txt")).toBe("news\nslot\nmore");
  });

  test("whatever its lines are", async ({ scratch }) => {
    const line = fc.constantFrom(
      "news",
      "slot",
      "é slot é",
      "no JSON",
      '{"text":"a\\nslot"}',
      "\uFEFF",
      "",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom("txt", "jsonl"), async (lines, ending) => {
        const content = lines.join("\n");
        const path = await scratch.write(`in/a.${ending}`, content);
        const removed = scratch.at("cuts.jsonl");
        await runCli(["clean", path, "--out", scratch.at("out"), "--removed", removed]);
        await restore(scratch, "out");
        expect(await scratch.read(`again/a.${ending}`)).toBe(content);
        await rm(scratch.at("out"), { recursive: true });
      }),
      { numRuns: 30 },
    );
  });
});

test("an input that was cut to pieces between two runs is restored", async ({ scratch }) => {
  const line = `{"text":"${"news ".repeat(2000)}\\nslot"}\n`;
  const content = line.repeat(3000);
  const path = await scratch.write("in/a.jsonl", content);
  const args = ["clean", path, "--out", scratch.at("out"), "--removed", scratch.at("cuts.jsonl")];
  let interrupt = (): void => {};
  const run = runCli(args, {
    onInterrupt: (listen) => {
      interrupt = listen;
      return () => {};
    },
  });
  setTimeout(() => interrupt(), 100);
  await run;
  expect((await runCli([...args, "--resume"])).exitCode).toBe(0);
  expect((await restore(scratch, "out")).exitCode).toBe(0);
  expect((await scratch.read("again/a.jsonl")) === content).toBe(true);
});

describe("what does not belong together", () => {
  async function cleanTwo(scratch: Scratch): Promise<void> {
    await scratch.write("in/a.txt", "news\nslot\nmore");
    await scratch.write("in/b.txt", "slot\nnews");
    const args = ["--out", scratch.at("out"), "--removed", scratch.at("cuts.jsonl")];
    await runCli(["clean", scratch.at("in"), ...args]);
  }

  test.for([
    ["was changed", "news\nmore!", "is not what that run made of a.txt"],
    ["is shorter", "", "is not what that run made of a.txt"],
  ] as const)(
    "is named when a cleaned file %s; others are restored",
    async ([, content, message], { scratch }) => {
      await cleanTwo(scratch);
      const path = await scratch.write("out/a.txt", content);
      const { stderr, exitCode } = await restore(scratch, "out");
      expect(stderr).toContain(`tapis: ${path}: ${message}`);
      expect(stderr).toContain("tapis: 1 file restored, 1 not\n");
      expect(exitCode).toBe(1);
      expect((await scratch.list()).filter((name) => name.startsWith("again"))).toEqual([
        "again/b.txt",
      ]);
    },
  );

  test("is named when a cleaned file is missing", async ({ scratch }) => {
    await cleanTwo(scratch);
    await rm(scratch.at("out/b.txt"));
    const { stderr } = await restore(scratch, "out");
    expect(stderr).toContain(`tapis: ${scratch.at("out/b.txt")}: no such file\n`);
  });

  test.for([
    ["no JSON", ":1: is no line of a file that tapis clean --removed has written"],
    ['{"x":1}', ":1: is no line of a file that tapis clean --removed has written"],
    ['{"change":{"at":0,"length":0,"was":""}}', ":1: belongs to no file"],
    ['{"change":{"at":-1,"length":0,"was":""}}', ":1: is no line of a file"],
    [
      '{"file":{"name":"../a","cleaned":"a.txt","from":"changes","encoding":"utf-8","cleanedEncoding":"utf-8"}}',
      ":1: is no line of a file",
    ],
    [
      '{"file":{"name":"/etc/a","cleaned":"a.txt","from":"changes","encoding":"utf-8","cleanedEncoding":"utf-8"}}',
      ":1: is no line of a file",
    ],
  ] as const)("is refused when the file of cuts holds %s", async ([line, message], { scratch }) => {
    await cleanTwo(scratch);
    const path = await scratch.write("cuts.jsonl", `${line}\n`);
    const { stderr, exitCode } = await restore(scratch, "out");
    expect(stderr).toContain(`tapis: ${path}${message}`);
    expect(exitCode).toBe(2);
  });

  test("is named when changes go backwards or beyond the end", async ({ scratch }) => {
    await cleanTwo(scratch);
    const file = {
      name: "a.txt",
      cleaned: "a.txt",
      from: "changes",
      encoding: "utf-8",
      cleanedEncoding: "utf-8",
    };
    const changes = [
      { at: 5, length: 0, was: "" },
      { at: 1, length: 0, was: "" },
      { at: 0, length: 99, was: "" },
    ];
    for (const [first, second] of [
      [0, 1],
      [2, 0],
    ]) {
      const records = [{ file }, { change: changes[first ?? 0] }, { change: changes[second ?? 0] }];
      const end = { end: { sha256: "0".repeat(64) } };
      await scratch.write(
        "cuts.jsonl",
        [...records, end].map((record) => JSON.stringify(record)).join("\n"),
      );
      expect((await restore(scratch, "out")).stderr).toContain(
        "is not what that run made of a.txt",
      );
    }
  });

  test("is named when the run was not done with a file", async ({ scratch }) => {
    await cleanTwo(scratch);
    const whole = await scratch.read("cuts.jsonl");
    await scratch.write("cuts.jsonl", whole.slice(0, whole.indexOf('{"end"')));
    const { stderr } = await restore(scratch, "out");
    expect(stderr).toContain("tapis: a.txt: cannot be restored: the run was not done with it");
  });

  test("is refused when one file is given for several", async ({ scratch }) => {
    await cleanTwo(scratch);
    const { stderr, exitCode } = await restore(scratch, "out/a.txt");
    expect(stderr).toContain("tells of several files: give the folder of the cleaned ones");
    expect(exitCode).toBe(2);
  });
});
