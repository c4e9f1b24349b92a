import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleanBytes, divideBytes } from "../../clean-bytes.ts";

const FOLDER = new URL("./files/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith(".py"));

function formatOf(name: string) {
  return name.endsWith(".tsv") ? "tsv" : "csv";
}

/** What a reader that is not ours finds in a file. */
function readTable(bytes: Buffer, name: string): string[][] {
  const delimiter = name.endsWith(".tsv") ? "\t" : name === "semicolon.csv" ? ";" : ",";
  return parse(bytes, { bom: true, delimiter, relax_column_count: true });
}

describe.for(FILES)("%s, which Python wrote,", (name) => {
  const bytes = readFileSync(new URL(name, FOLDER));

  test("loses its spam and nothing else", async () => {
    const cleaned = await cleanBytes(formatOf(name), bytes);
    const wanted = readTable(bytes, name).map((row) => row.with(2, withoutSpam(row[2] ?? "")));
    expect(readTable(cleaned.bytes, name)).toEqual(wanted);
    expect(cleaned.tally).toMatchObject({ documents: 5, cut: 2, rejected: 0 });
  });

  test("comes back byte for byte when another column is cleaned", async () => {
    const cleaned = await cleanBytes(formatOf(name), bytes, { textKey: "title" });
    expect(cleaned.bytes).toEqual(bytes);
  });

  test("is cleaned the same however it is cut into chunks", async () => {
    const whole = await cleanBytes(formatOf(name), bytes);
    const places = Array.from(bytes.keys());
    expect(await cleanBytes(formatOf(name), bytes, { places })).toEqual(whole);
  });
});

function withoutSpam(text: string): string {
  return text.replace(/(\n|^)slot.*/, "");
}

const Field = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r", " ", "\t") });

test("finds the fields that another reader finds, in any table", async () => {
  const rows = fc.array(fc.tuple(Field, Field, Field), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.nat(400)), fc.boolean(), async (table, places, quoted) => {
      const header = ["id", "text", "more"];
      // The other reader takes LF inside quotes for the line end unless it is told.
      const text = stringify([header, ...table], { quoted, quoted_match: /[\r\n]/ });
      const marked = table.map(([id, body, more]) => [id, `${body}\nslot`, more]);
      const spoiled = stringify([header, ...marked], { quoted, quoted_match: /[\r\n]/ });
      const cleaned = await cleanBytes("csv", spoiled, { places });
      expect(parse(cleaned.bytes, { record_delimiter: "\n" })).toEqual(
        parse(text, { record_delimiter: "\n" }),
      );
    }),
  );
});

test("blocks are the file, whatever the file holds", async () => {
  const bytes = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "\uFEFF") });
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.nat(60)), async (text, places) => {
      const blocks = await divideBytes("csv", Buffer.from(text), { places });
      expect(Buffer.concat(blocks.map((block) => block.bytes)).toString()).toBe(text);
    }),
  );
});

describe("a field that changes", () => {
  test.for([
    ['a,"b ""c""",d', "text,x,y", '"b\nslot\n""c"""', '"b\n""c"""'],
    ["stays between quotes", "text,x", '"a\nslot",b', '"a",b'],
    ["gets no quotes where it had none", "x,text", "a,slot", "a,"],
    ["keeps what follows its closing quote", "text", '"a\nslot"b', '"a"'],
  ] as const)("%s", async ([, header, record, wanted]) => {
    const cleaned = await cleanBytes("csv", `${header}\n${record}\n`);
    expect(cleaned.bytes.toString()).toBe(`${header}\n${wanted}\n`);
  });
});

describe("a table that is not as it should be", () => {
  test("is rejected record by record when the column is missing", async () => {
    const { warnings, bytes } = await cleanBytes("csv", "id,body\n1,slot\n\n2,slot\n", {
      rules: { keepsRejected: true },
    });
    expect(warnings).toEqual([
      'a:2: column "text" is missing (use --text-key to name another one of id, body)',
      'a:4: column "text" is missing (use --text-key to name another one of id, body)',
    ]);
    expect(bytes.toString()).toBe("id,body\n1,slot\n\n2,slot\n");
  });

  test("has short records rejected alone", async () => {
    const { warnings, tally } = await cleanBytes("csv", "id,text\n1\n2,a\n3,b,c\n");
    expect(warnings).toEqual(['a:2: has 1 fields, and "text" is field 2']);
    expect(tally.documents).toBe(2);
  });

  test("loses one line only to a quote that is never closed", async () => {
    const { warnings, bytes } = await cleanBytes("csv", 'text\na\n"b\nslot\nc\n');
    expect(warnings).toEqual(["a:3: a quote is never closed"]);
    expect(bytes.toString()).toBe("text\na\n\nc\n");
  });

  test("is rejected when the header has a quote that is never closed", async () => {
    const { warnings } = await cleanBytes("csv", '"text\na\n');
    expect(warnings).toEqual(["a:2: in the header, a quote is never closed"]);
  });

  test("may have a column of any name, and one name twice", async () => {
    const { bytes } = await cleanBytes("csv", "__proto__,__proto__\nslot,slot\n", {
      textKey: "__proto__",
    });
    expect(bytes.toString()).toBe("__proto__,__proto__\n,slot\n");
  });

  test("has records that are not UTF-8 rejected alone", async () => {
    const bytes = Buffer.concat([Buffer.from("text\na\n"), Buffer.of(0xff), Buffer.from("\nb\n")]);
    const { warnings, tally } = await cleanBytes("csv", bytes);
    expect(warnings).toEqual([expect.stringContaining("a:3: not UTF-8")]);
    expect(tally).toMatchObject({ documents: 2, rejected: 1 });
  });

  test("may hold nothing, or a header only", async () => {
    for (const content of ["", "text", "text\n", "\uFEFF", "\n"]) {
      expect((await cleanBytes("csv", content)).bytes.toString()).toBe(content);
    }
  });
});

test("goes on from the start of any block", async () => {
  const rows = Array.from({ length: 5 }, (_, row) => `${row},"line\nslot ${row}"`);
  const bytes = Buffer.from(["id,text", ...rows].join("\n"));
  const places = Array.from(bytes.keys());
  const blocks = await divideBytes("csv", bytes, { places });
  expect(blocks.map(({ start }) => [start.line, start.head])).toEqual([
    [1, "id,text"],
    ...[2, 4, 6, 8, 10].map((line) => [line, "id,text"]),
  ]);
});

test("a field of millions of characters is read", async () => {
  const field = 'news "" '.repeat(1_000_000);
  const { bytes, tally } = await cleanBytes("csv", `text\n"${field}\nslot"\n`);
  expect(bytes.toString() === `text\n"${field}"\n`).toBe(true);
  expect(tally).toMatchObject({ documents: 1, cut: 1 });
});

test("a table is not read as the one before it was, though its header is the same", async () => {
  const { bytes: tabs } = await cleanBytes("tsv", "text\na,slot\n");
  const { bytes: commas } = await cleanBytes("csv", "text\na,slot\n");
  expect([tabs, commas].map(String)).toEqual(["text\n\n", "text\na,slot\n"]);
});
