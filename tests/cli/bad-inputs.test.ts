import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, symlink } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { type Scratch, test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

const FORMATS = new URL("../formats/", import.meta.url);
const WARC = readFileSync(new URL("warc/files/one-dot-one.warc", FORMATS));
const PARQUET = readFileSync(new URL("parquet/files/none.parquet", FORMATS));
const ZSTD = readFileSync(new URL("../io/files/lines.txt.zst", FORMATS));

const PAGE = "<p>news</p><p>slot</p>".repeat(2000);
const LINE = '{"text":"news\\nslot"}\n';
const NOT_UTF8 = Buffer.of(0xff);

function cutOff(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * 0.8));
}

function around(before: string, bytes: Uint8Array, after: string): Buffer {
  return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
}

/** Cleans a bad input together with a good one, which must be done whatever the other is like. */
async function cleanWithGood(scratch: Scratch, name: string, bytes: string | Uint8Array) {
  await scratch.write(`in/${name}`, bytes);
  await scratch.write("in/zz good.txt", "slot\nnews");
  const args = ["clean", scratch.at("in"), "--out", scratch.at("out")];
  const { exitCode, stderr } = await runCli([...args, "--rejects", scratch.at("rejects")]);
  expect(await scratch.read("out/zz good.txt")).toBe("news");
  const rejects = await scratch.read("rejects");
  const half = (await scratch.list()).filter((path) => path.endsWith(".part"));
  expect(half).toEqual([]);
  return { exitCode, stderr, reasons: reasonsOf(rejects) };
}

function reasonsOf(rejects: string): string[] {
  return rejects
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
    .map((record) =>
      record !== null && typeof record === "object" && "reason" in record
        ? String(record.reason)
        : "",
    );
}

describe("a bad input is named with what is wrong; all others are done", () => {
  const TOO_EARLY = "the gzip data end too early (behind byte ";
  test.for([
    ["a text whose gzip is cut off", "a.txt.gz", cutOff(gzipSync(PAGE)), TOO_EARLY],
    ["a page whose gzip is cut off", "a.html.gz", cutOff(gzipSync(PAGE)), TOO_EARLY],
    ["JSON whose gzip is cut off", "a.json.gz", cutOff(gzipSync(`[${LINE}]`)), TOO_EARLY],
    [
      "JSON Lines whose gzip is cut off",
      "a.jsonl.gz",
      cutOff(gzipSync(LINE.repeat(99))),
      TOO_EARLY,
    ],
    [
      "CSV whose gzip is cut off",
      "a.csv.gz",
      cutOff(gzipSync(`text\n${"a\n".repeat(999)}`)),
      TOO_EARLY,
    ],
    [
      "TSV whose gzip is cut off",
      "a.tsv.gz",
      cutOff(gzipSync(`text\n${"a\n".repeat(999)}`)),
      TOO_EARLY,
    ],
    ["WARC whose gzip is cut off", "a.warc.gz", cutOff(gzipSync(WARC)), TOO_EARLY],
    [
      "gzip with a bit turned",
      "a.txt.gz",
      around(
        "",
        gzipSync(PAGE).map((byte, at) => (at === 60 ? byte ^ 8 : byte)),
        "",
      ),
      "the gzip data are damaged",
    ],
    [
      "gzip with something behind it",
      "a.txt.gz",
      around("", gzipSync("news"), "more"),
      "the gzip data are damaged",
    ],
    ["gzip of nothing at all", "a.txt.gz", Buffer.alloc(0), TOO_EARLY],
    [
      "zstd that is cut off",
      "a.txt.zst",
      cutOff(ZSTD),
      "the zstd data are damaged or end too early",
    ],
    [
      "zstd that is none",
      "a.jsonl.zst",
      LINE.repeat(9),
      "the zstd data are damaged or end too early",
    ],
    [
      "a text that is not UTF-8",
      "a.txt",
      around("news\n", NOT_UTF8, "\n"),
      "a.txt:2: not UTF-8: byte 6 is 0xff",
    ],
    ["a page that is not UTF-8", "a.html", around("<p>", NOT_UTF8, "</p>"), "a.html:1: not UTF-8"],
    [
      "JSON that is not UTF-8",
      "a.json",
      around('{"text":"', NOT_UTF8, '"}'),
      "a.json:1: not UTF-8",
    ],
    [
      "a line that is not UTF-8",
      "a.jsonl",
      around(`${LINE}{"text":"`, NOT_UTF8, '"}\n'),
      "a.jsonl:2: not UTF-8",
    ],
    ["a row that is not UTF-8", "a.csv", around("text\na\n", NOT_UTF8, "\n"), "a.csv:3: not UTF-8"],
    [
      "a text that ends within a character",
      "a.txt",
      Buffer.from("né").subarray(0, 2),
      "a.txt:1: not UTF-8: byte 2 is 0xc3",
    ],
    [
      "UTF-16 with half a pair",
      "a.txt",
      Buffer.from("\uFEFFa\uD83Db", "utf16le"),
      "a.txt:1: not UTF-8",
    ],
    [
      "UTF-16 with half a unit",
      "a.txt",
      around("", Buffer.from("\uFEFFab", "utf16le"), "c"),
      "a.txt:1: not UTF-8",
    ],
    [
      "a page with a hundred thousand levels",
      "a.html",
      "<div>".repeat(100_000),
      "elements nested more than 5000 deep",
    ],
    ["a line that is no JSON", "a.jsonl", `${LINE}{"text":\n`, "a.jsonl:2: not JSON"],
    [
      "a line with another key",
      "a.jsonl",
      '{"body":""}\n',
      'a.jsonl:1: field "text" is missing (use --text-key',
    ],
    [
      "a line with a number for a text",
      "a.jsonl",
      '{"text":5}\n',
      'field "text" is neither a string nor an array of strings',
    ],
    ["a line that is a list", "a.jsonl", "[]\n", "a.jsonl:1: not a JSON object"],
    [
      "a text under __proto__",
      "a.jsonl",
      '{"__proto__":{"text":"slot"}}\n',
      'field "text" is missing',
    ],
    ["a JSON file with a comma too many", "a.json", '[{"text":""},]', "a.json:1: not JSON"],
    ["a JSON file that is empty in the middle", "a.json", '{"text":"a"', "a.json:1: not JSON"],
    [
      "CSV without the column",
      "a.csv",
      "id,body\n1,slot\n",
      'a.csv:2: column "text" is missing (use --text-key to name another one of id, body)',
    ],
    [
      "CSV with a quote that is never closed",
      "a.csv",
      'text\n"slot\nnews\n',
      "a.csv:2: a quote is never closed",
    ],
    [
      "CSV with a row that is too short",
      "a.csv",
      "id,text\n1\n",
      'a.csv:2: has 1 fields, and "text" is field 2',
    ],
    ["WARC that ends in a record", "a.warc", WARC.subarray(0, -50), "is cut off: "],
    [
      "WARC that is none",
      "a.warc",
      PAGE,
      "record 1 (at byte 0) is not WARC: it does not begin with WARC/",
    ],
    [
      "WARC without a length",
      "a.warc",
      "WARC/1.0\r\n\r\n",
      "record 1 (at byte 0) has no Content-Length, or a wrong one",
    ],
    [
      "WARC with a length beyond reason",
      "a.warc",
      `WARC/1.0\r\nContent-Length: 999999999999\r\n\r\n`,
      "is cut off: 999999999999 bytes are missing",
    ],
    ["Parquet that is cut off", "a.parquet", cutOff(PARQUET), "a.parquet: cannot be read: "],
    ["Parquet that is none", "a.parquet", PAGE, "a.parquet: cannot be read: "],
    [
      "Parquet without the column",
      "a.parquet",
      readFileSync(new URL("parquet/files/none.parquet", FORMATS)).map((byte) =>
        byte === 0x74 ? 0x75 : byte,
      ),
      "a.parquet: ",
    ],
  ] as const)("%s", async ([, name, bytes, message], { scratch }) => {
    const { exitCode, reasons } = await cleanWithGood(scratch, name, bytes);
    expect(exitCode).toBe(1);
    expect(reasons.at(-1)).toContain(message);
    expect(reasons.at(-1)).toContain(name);
  });
});

describe("an odd input is cleaned, and all in it that is no spam comes out as it went in", () => {
  test.for([
    ["NULs in a text", "a.txt", "ne\0ws\n\0\n", ""],
    ["nothing", "a.txt", "", ""],
    ["a byte order mark alone", "a.jsonl", "\uFEFF", ""],
    ["line ends of three kinds", "a.txt", "a\r\nb\rc\nd", ""],
    ["half a pair, written as an escape", "a.jsonl", '{"text":"\\ud800 news"}', "\\nslot"],
    ["NULs, written as escapes", "a.jsonl", '{"text":"a\\u0000b"}', "\\nslot"],
    [
      "a number that no double holds",
      "a.jsonl",
      '{"n":12345678901234567890,"m":1e400,"text":"a"}',
      "\\nslot",
    ],
    ["a key that comes twice", "a.jsonl", '{"text":"b","text":"a"}', "\\nslot"],
    [
      "keys in an order that objects do not keep",
      "a.jsonl",
      '{"2":0,"1":0,"text":"a","__proto__":1}',
      "\\nslot",
    ],
    [
      "a hundred thousand levels beside the text",
      "a.jsonl",
      `{"x":${"[".repeat(1e5)}${"]".repeat(1e5)},"text":"a"}`,
      "\\nslot",
    ],
    ["white space everywhere", "a.json", ' [ { "text" : "a" } ,\n\t{ "text" : [ "b" ] } ] ', ""],
    ["a row of more fields than there are columns", "a.csv", "text\na,b,c\n", ""],
    ["a page of nothing but tags", "a.html", "<p><div><table><tr></p></td></html>", ""],
    ["a page with NULs and carriage returns", "a.html", "<p>a\0b\r\n<p>c\r", ""],
  ] as const)("%s", async ([, name, content, spam], { scratch }) => {
    const text = content.lastIndexOf('"text"');
    const spoiled =
      content.slice(0, text) +
      content.slice(text).replace(/("text":"[^"]*)/, (value) => value + spam);
    const bytes = spam === "" ? content : spoiled;
    const { exitCode, reasons } = await cleanWithGood(scratch, name, bytes);
    expect([exitCode, reasons]).toEqual([0, []]);
    // Compared like this, a long text is not printed.
    expect((await scratch.read(`out/${name}`)) === content).toBe(true);
  });
});

describe("where the system is in the way", () => {
  async function cleanList(scratch: Scratch, paths: readonly string[]) {
    const good = await scratch.write("in/zz good.txt", "slot\nnews");
    const list = await scratch.write("list", [...paths, good].join("\n"));
    return runCli(["clean", "--files-from", list, "--out", scratch.at("out")]);
  }

  test("a folder in the place of an input is named", async ({ scratch }) => {
    await scratch.write("in/folder.txt/x", "");
    const { exitCode, stderr } = await cleanList(scratch, [scratch.at("in/folder.txt")]);
    expect(stderr).toContain("in/folder.txt: cannot be read: illegal operation on a directory");
    expect(exitCode).toBe(1);
    expect(await scratch.read("out/zz good.txt")).toBe("news");
  });

  test("an input that has vanished is named", async ({ scratch }) => {
    const { exitCode, stderr } = await cleanList(scratch, [scratch.at("in/gone.jsonl")]);
    expect(stderr).toContain("in/gone.jsonl: no such file");
    expect(exitCode).toBe(1);
  });

  test("a link that leads to itself is named", async ({ scratch }) => {
    await scratch.write("in/a", "");
    await symlink(scratch.at("in/loop.txt"), scratch.at("in/loop.txt"));
    const { exitCode, stderr } = await cleanList(scratch, [scratch.at("in/loop.txt")]);
    expect(stderr).toContain("in/loop.txt: cannot be read: too many symbolic links");
    expect(exitCode).toBe(1);
    expect(await scratch.read("out/zz good.txt")).toBe("news");
  });

  test("a pipe in a folder is not waited for", async ({ scratch }) => {
    await scratch.write("in/a.txt", "slot\nnews");
    execFileSync("mkfifo", [scratch.at("in/pipe.txt")]);
    const { exitCode } = await runCli(["clean", scratch.at("in"), "--out", scratch.at("out")]);
    expect(exitCode).toBe(0);
    expect((await scratch.list()).filter((path) => path.startsWith("out/"))).toContain("out/a.txt");
  });

  test("a folder in the place of an output is named", async ({ scratch }) => {
    await scratch.write("out/a.txt/x", "");
    const { exitCode, stderr } = await cleanList(scratch, [
      await scratch.write("in/a.txt", "slot"),
    ]);
    expect(stderr).toContain("out/a.txt: cannot be written: there is a folder of that name");
    expect(exitCode).toBe(1);
    expect(await scratch.read("out/zz good.txt")).toBe("news");
  });

  test("a file in the place of a folder of outputs is named", async ({ scratch }) => {
    await scratch.write("out/deep", "a file");
    const path = await scratch.write("in/deep/a.txt", "slot");
    const { exitCode, stderr } = await cleanList(scratch, [path]);
    expect(stderr).toContain("out/deep/a.txt: cannot be written: ");
    expect(exitCode).toBe(1);
    expect(await scratch.read("out/zz good.txt")).toBe("news");
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk ends the run", async ({ scratch }) => {
    const path = await scratch.write("in/a.txt", "news\nslot");
    const args = ["clean", path, "--out", scratch.at("out"), "--removed", "/dev/full"];
    const { exitCode, stderr } = await runCli(args);
    expect(stderr).toContain("/dev/full: cannot be written: no space left on device");
    expect(exitCode).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)("what may not be read is named", async ({ scratch }) => {
    const path = await scratch.write("in/a.txt", "slot");
    await chmod(path, 0);
    const { exitCode, stderr } = await cleanList(scratch, [path]);
    expect(stderr).toContain("in/a.txt: cannot be read: permission denied");
    expect(exitCode).toBe(1);
  });
});
