import { readdirSync, readFileSync } from "node:fs";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { describe, expect } from "vitest";
import { runCli } from "../cli/run-cli.ts";
import { type Scratch, test } from "../scratch.ts";

const FOLDER = new URL("../formats/parquet/files/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".parquet"));

function toBuffer(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

async function readRows(bytes: Buffer): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: toBuffer(bytes), compressors });
}

/** Cleans one of the files; a line with "slot" is spam. */
async function clean(scratch: Scratch, name: string, args: readonly string[] = []) {
  const before = readFileSync(new URL(name, FOLDER));
  await scratch.write(name, before);
  const run = await runCli(["clean", scratch.at(name), "--out", scratch.at("out"), ...args]);
  return { ...run, before, after: readFileSync(scratch.at(`out/${name}`)) };
}

function withoutSpam(text: unknown): unknown {
  return typeof text === "string" ? text.replace(/(^|\n)slot.*/, "") : text;
}

describe.for(FILES)("%s", (name) => {
  test("loses its spam; all other columns, the schema and its own metadata stay", async ({
    scratch,
  }) => {
    const { before, after, exitCode } = await clean(scratch, name);
    const rows = await readRows(before);
    const wanted = rows.map((row) => ({ ...row, text: withoutSpam(row["text"]) }));
    expect(await readRows(after)).toEqual(wanted);
    const [old, now] = [before, after].map((bytes) => parquetMetadata(toBuffer(bytes)));
    for (const key of ["schema", "key_value_metadata", "created_by", "num_rows"] as const) {
      expect(now?.[key]).toEqual(old?.[key]);
    }
    expect(exitCode).toBe(0);
  });

  test("comes back byte for byte when nothing in it is spam", async ({ scratch }) => {
    const { before, after } = await clean(scratch, name, ["--max-cut", "0.0001%"]);
    expect(after.equals(before)).toBe(true);
  });
});

test("lists of strings are paragraphs", async ({ scratch }) => {
  const { before, after } = await clean(scratch, "duckdb.parquet", ["--text-key", "paragraphs"]);
  const wanted = (await readRows(before)).map((row) => {
    const { paragraphs } = row;
    const isList = Array.isArray(paragraphs);
    return isList
      ? { ...row, paragraphs: paragraphs.filter((text) => !String(text).startsWith("slot")) }
      : row;
  });
  expect(await readRows(after)).toEqual(wanted);
});

test("statistics of columns that are copied stay", async ({ scratch }) => {
  const { before, after } = await clean(scratch, "gzip.parquet");
  const [old, now] = [before, after].map((bytes) =>
    parquetMetadata(toBuffer(bytes)).row_groups.flatMap(({ columns }) =>
      columns.map(({ meta_data: data }) => [data?.path_in_schema.join("."), data?.statistics]),
    ),
  );
  const others = (list: unknown[][] | undefined) => list?.filter(([path]) => path !== "text");
  expect(others(now)).toEqual(others(old));
});

test("a dry run tells what would be cut", async ({ scratch }) => {
  const path = await scratch.write("a.parquet", readFileSync(new URL("none.parquet", FOLDER)));
  expect((await runCli(["clean", path, "--dry-run"])).stderr).toContain(
    "9 documents, 16 paragraphs, 3 cut",
  );
});

describe("what cannot be done is said", () => {
  test.for([
    ["is no Parquet", Buffer.from("plain text, and more of it"), "cannot be read: "],
    ["is empty", Buffer.alloc(0), "cannot be read: "],
    [
      "is cut off",
      readFileSync(new URL("none.parquet", FOLDER)).subarray(0, -100),
      "cannot be read: ",
    ],
    [
      "has a footer longer than itself",
      Buffer.concat([Buffer.from("PAR1"), Buffer.of(255, 255, 255, 127), Buffer.from("PAR1")]),
      "cannot be read: ",
    ],
  ] as const)("of a file that %s", async ([, bytes, message], { scratch }) => {
    const path = await scratch.write("a.parquet", bytes);
    await scratch.write("b.txt", "slot\nnews");
    const { exitCode, stderr } = await runCli([
      "clean",
      scratch.at("."),
      "--out",
      scratch.at("out"),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`tapis: ${path}: ${message}`);
    expect(await scratch.read("out/b.txt")).toBe("news");
  });

  test.for([
    ["none", 'column "none" is missing (use --text-key to name another one of id, small, big'],
    ["price", 'column "price" holds neither strings nor lists of strings'],
    ["place", 'column "place" holds neither strings nor lists of strings'],
  ] as const)("of the column %s", async ([column, message], { scratch }) => {
    const path = await scratch.write("a.parquet", readFileSync(new URL("none.parquet", FOLDER)));
    const { stderr, exitCode } = await runCli(["clean", path, "--text-key", column, "--dry-run"]);
    expect(stderr).toContain(`${path}: ${message}`);
    expect(exitCode).toBe(2);
  });

  test("of rows that are not UTF-8, which stay", async ({ scratch }) => {
    const { stderr, after, before } = await clean(scratch, "none.parquet", ["--text-key", "raw"]);
    expect(stderr).toContain("10 records rejected");
    expect(after.equals(before)).toBe(true);
  });

  test("of standard input", async () => {
    const { stderr, exitCode } = await runCli(["clean", "--format", "parquet"]);
    expect(stderr).toContain("Parquet is read from its end: give the path of a file");
    expect(exitCode).toBe(2);
  });
});
