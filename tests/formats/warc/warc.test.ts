import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILE_START } from "../../../src/formats/block.ts";
import { toUtf8 } from "../../../src/formats/encoding/encoding.ts";
import { type Header, valueOf } from "../../../src/formats/warc/header.ts";
import { readRecord, skipLineEnds, type WarcRecord } from "../../../src/formats/warc/record.ts";
import { WARC } from "../../../src/formats/warc/warc.ts";
import { chunked } from "../../chunked.ts";
import { cleanBytes, divideBytes } from "../../clean-bytes.ts";

const FOLDER = new URL("./files/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith(".py"));

function read(name: string): Buffer {
  const bytes = readFileSync(new URL(name, FOLDER));
  return name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

async function recordsOf(bytes: Uint8Array): Promise<WarcRecord[]> {
  const blocks = await divideBytes("warc", bytes);
  return blocks.flatMap((block) => {
    const record = readRecord(block.bytes.subarray(skipLineEnds(block.bytes)));
    return record === undefined ? [] : [record];
  });
}

function addressOf({ header }: WarcRecord): string {
  const address = valueOf(header, "warc-target-uri") ?? "";
  return `${valueOf(header, "warc-type")} ${address.replace(/^<?http:\/\/[^/]*\/|>$/g, "")}`;
}

function isHttp(header: Header): boolean {
  return valueOf(header, "content-type")?.startsWith("application/http") === true;
}

/** SHA-1 in base 32, by the long way. */
function sha1(bytes: Uint8Array): string {
  const bits = [...createHash("sha1").update(bytes).digest()]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  const letters = bits.match(/.{5}/g) ?? [];
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return `sha1:${letters.map((letter) => alphabet[Number.parseInt(letter, 2)]).join("")}`;
}

describe.for(FILES)("%s, which other tools wrote,", (name) => {
  const bytes = read(name);

  test("loses its spam in the records of pages and texts only", async () => {
    const before = await recordsOf(bytes);
    const after = await recordsOf((await cleanBytes("warc", bytes)).bytes);
    const changed = after.filter(
      ({ body }, at) => !Buffer.from(body).equals(before[at]?.body ?? body),
    );
    expect(after.map(addressOf)).toEqual(before.map(addressOf));
    expect(changed.map(addressOf)).toEqual(
      name.startsWith("wget")
        ? ["response spam.html"]
        : [
            "response plain",
            "response chunked",
            "response gzip",
            "response latin",
            "response text",
            "resource resource",
            "conversion text",
          ],
    );
    for (const { body } of changed) {
      const text = Buffer.from(body).toString();
      expect(text).not.toContain("slot");
      expect(text).toContain("It sat until noon.");
    }
  });

  test("has lengths and digests that are right", async () => {
    for (const { header, body, end } of await recordsOf((await cleanBytes("warc", bytes)).bytes)) {
      expect(body).toHaveLength(Number(valueOf(header, "content-length")));
      expect(Buffer.from(end).toString()).toBe("\r\n\r\n");
      const payload = body.subarray(Buffer.from(body).indexOf("\r\n\r\n") + 4);
      const wanted = {
        "warc-block-digest": sha1(body),
        "warc-payload-digest": isHttp(header) ? sha1(payload) : sha1(body),
      };
      for (const [field, digest] of Object.entries(wanted)) {
        expect([undefined, digest]).toContain(valueOf(header, field));
      }
    }
  });

  test("comes back byte for byte when there is no spam in it", async () => {
    const first = await cleanBytes("warc", bytes);
    const again = await cleanBytes("warc", first.bytes);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.tally).toMatchObject({ documents: name.startsWith("wget") ? 2 : 8, cut: 0 });
  });

  test("is divided the same however it is cut into chunks", async () => {
    const places = Array.from(bytes.keys());
    const listed = async (options = {}): Promise<unknown[]> =>
      (await divideBytes("warc", bytes, options)).map((block) => [
        block.start,
        Buffer.from(block.bytes).toString("latin1"),
      ]);
    expect(await listed({ places })).toEqual(await listed());
  });
});

test("a page in Windows-1252 is read as that, and stays that", async () => {
  const records = await recordsOf((await cleanBytes("warc", read("one-dot-one.warc"))).bytes);
  const latin = records.find((record) => addressOf(record) === "response latin");
  const text = Buffer.from(toUtf8("windows-1252").next(latin?.body ?? new Uint8Array()));
  expect(text.toString()).toContain("the café was full");
});

test("headers that would not be true any more are taken out", async () => {
  const records = await recordsOf((await cleanBytes("warc", read("one-dot-one.warc"))).bytes);
  const bodies = records.map(({ body }) => Buffer.from(body).toString("latin1"));
  expect(
    bodies.filter((body) => /^(transfer|content)-encoding: (chunked|gzip)/im.test(body)),
  ).toEqual([]);
});

test("what cannot be read is rejected, and stays", async () => {
  const { warnings, tally } = await cleanBytes("warc", read("one-dot-one.warc"), {
    name: "a.warc",
  });
  expect(warnings).toEqual(["a.warc:10: cannot undo Content-Encoding br"]);
  expect(tally.rejected).toBe(1);
});

interface RecordParts {
  readonly type?: string;
  readonly fields?: string;
  readonly length?: number | string;
  readonly end?: string;
}

/** A record of text. */
function record(body: string, parts: RecordParts = {}): string {
  const {
    type = "conversion",
    fields = "",
    length = Buffer.byteLength(body),
    end = "\r\n\r\n",
  } = parts;
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\n${fields}Content-Length: ${length}\r\n\r\n`;
  return head + body + end;
}

async function clean(content: string): Promise<string> {
  return (await cleanBytes("warc", content)).bytes.toString();
}

describe("the header of a record", () => {
  test.for([
    [
      "may end its lines with LF",
      "WARC/1.0\nWARC-Type: conversion\nContent-Length: 6\n\na\nslot\n\n",
    ],
    ["may have fields in any case", record("a\nslot").replace("WARC-Type", "warc-TYPE")],
    ["may have lines that go on", record("a\nslot", { fields: "X: a\r\n b: c\r\n" })],
    ["may have lines without a colon", record("a\nslot", { fields: "nothing\r\n" })],
    ["may say its length twice", record("a\nslot", { fields: "Content-Length: 6\r\n" })],
    ["may come behind line ends", `\r\n\n\r\n${record("a\nslot")}`],
  ] as const)("%s", async ([, content]) => {
    expect(await clean(content)).toBe(
      content.replace("\nslot", "").replaceAll("Content-Length: 6", "Content-Length: 1"),
    );
  });

  test.for([
    ["sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", sha1(Buffer.from("a"))],
    ["sha256:" + "0".repeat(64), `sha256:${createHash("sha256").update("a").digest("hex")}`],
    [
      "SHA-1:" + "A".repeat(40),
      `SHA-1:${createHash("sha1").update("a").digest("hex").toUpperCase()}`,
    ],
    ["sha1:" + "A".repeat(28), `sha1:${createHash("sha1").update("a").digest("base64")}`],
  ] as const)("has the digest %s made right", async ([digest, wanted]) => {
    const content = record("a\nslot", { fields: `WARC-Block-Digest: ${digest}\r\n` });
    expect(await clean(content)).toContain(`WARC-Block-Digest: ${wanted}\r\n`);
  });

  test("loses a digest that cannot be made", async () => {
    const content = record("a\nslot", { fields: "WARC-Block-Digest: md9:00\r\n" });
    expect(await clean(content)).toBe(record("a"));
  });
});

test("records of other kinds, and parts of records, stay as they are", async () => {
  const others = ["warcinfo", "request", "metadata", "revisit"].map((type) =>
    record("slot", { type }),
  );
  const segment = record("slot", { fields: "WARC-Segment-Number: 1\r\n" });
  const content = others.join("") + segment;
  expect(await clean(content)).toBe(content);
});

describe("a file that stops being WARC is named, with the place", () => {
  const first = record("news");
  test.for([
    [
      "an end in a body",
      `${first}${record("news", { length: 5000, end: "" })}`,
      2,
      "is cut off: 4 of 5000 bytes are there",
    ],
    ["an end in a header", `${first}WARC/1.0\r\nWARC-Type: x`, 2, "is cut off in its header"],
    ["something else", `${first}<html>`, 2, "is not WARC: it does not begin with WARC/"],
    ["no length", "WARC/1.0\r\nX: y\r\n\r\n", 1, "has no Content-Length, or a wrong one"],
    ["a negative length", record("", { length: -1 }), 1, "has no Content-Length, or a wrong one"],
    [
      "two lengths",
      record("", { fields: "Content-Length: 7\r\n" }),
      1,
      "has no Content-Length, or a wrong one",
    ],
    [
      "an endless header",
      `WARC/1.0\r\n${"X: y\r\n".repeat(900_000)}`,
      1,
      "has a header without an end",
    ],
    ["line ends without end", "\n".repeat(100_000), 1, "has line ends only where it should begin"],
  ] as const)("%s", async ([, content, number, message]) => {
    const offset = number === 1 ? 0 : first.length;
    await expect(clean(content)).rejects.toMatchObject({
      code: "ERR_INPUT_READ",
      message: `a: record ${number} (at byte ${offset}) ${message}`,
    });
  });
});

describe("a record of more than 64 MB", () => {
  const content = Buffer.from(
    record("a\nslot".repeat(12_000_000), { type: "conversion" }) + record("a\nslot"),
  );

  test("goes through piece by piece", async () => {
    const { bytes, tally } = await cleanBytes("warc", content);
    const small = Buffer.byteLength(record("a\nslot"));
    expect(bytes.subarray(0, content.length - small).equals(content.subarray(0, -small))).toBe(
      true,
    );
    expect(bytes.subarray(content.length - small).toString()).toBe(record("a"));
    expect(tally.documents).toBe(1);
  });

  test("can be gone on with from the middle", async () => {
    const blocks = await divideBytes("warc", content);
    const start = blocks[5]?.start ?? FILE_START;
    const rest = chunked([content.subarray(start.offset)]);
    const again: unknown[] = [];
    for await (const block of WARC.divide(rest, { name: "a", start })) again.push(block.start);
    expect(again).toEqual(blocks.slice(5).map((block) => block.start));
  });
});

test("blocks are the file, whatever records it has", async () => {
  const body = fc.string({ unit: fc.constantFrom("a", "\r", "\n", "WARC/1.0", "é") });
  const end = fc.constantFrom("\r\n\r\n", "\n\n", "", "\r\n\r\n\r\n\n", "\n");
  const records = fc.array(fc.tuple(body, end));
  await fc.assert(
    fc.asyncProperty(records, fc.array(fc.nat(400)), async (list, places) => {
      const content = list.map(([text, lineEnds]) => record(text, { end: lineEnds })).join("");
      const blocks = await divideBytes("warc", Buffer.from(content), { places });
      expect(Buffer.concat(blocks.map(({ bytes }) => bytes)).toString()).toBe(content);
      expect(blocks.filter(({ bytes }) => bytes.includes(58))).toHaveLength(list.length);
    }),
  );
});
