import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRecord } from "../../../src/formats/json/record.ts";
import type { Cleaned } from "../../../src/formats/source-document.ts";

function parse(text: string, textKey = "text") {
  const bytes = Buffer.from(text);
  const options = { textKey };
  return parseRecord({ bytes, name: "a.jsonl", line: 7, head: undefined, options });
}

/** What is left of a document when its first characters are cut. */
function cutHead(text: string, length: number): Cleaned {
  return { text: text.slice(length), cuts: [{ span: { start: 0, end: length } }] };
}

function rewriteWithoutHead(line: string, length: number, textKey = "text") {
  const document = parse(line, textKey);
  return document?.rewrite(cutHead(document.text, length));
}

describe("reading a line", () => {
  test("finds text and id", () => {
    expect(parse('{"id":"x","text":"hello"}\n')).toMatchObject({ id: "x", text: "hello" });
  });

  test("takes a number for an id and nothing else", () => {
    expect(parse('{"id":7,"text":""}')?.id).toBe(7);
    expect(parse('{"id":{},"text":""}')?.id).toBeUndefined();
  });

  test("follows a dotted key", () => {
    expect(parse('{"article":{"body":"hello"}}', "article.body")?.text).toBe("hello");
  });

  test("reads an array of strings as paragraphs", () => {
    expect(parse('{"text":["a","b"]}')?.text).toBe("a\n\nb");
  });

  test("finds no document in a blank line", () => {
    expect(parse(" \t\r\n")).toBeUndefined();
  });

  test("survives a byte order mark and a carriage return", () => {
    expect(parse('\uFEFF{"text":"a"}\r\n')?.text).toBe("a");
  });

  test.for([
    ['{"text":', "a.jsonl:7: not JSON: "],
    ['"text"', "a.jsonl:7: not a JSON object"],
    ["[]", "a.jsonl:7: not a JSON object"],
    ["null", "a.jsonl:7: not a JSON object"],
    ["{}", 'a.jsonl:7: field "text" is missing (use --text-key to name another field)'],
    ['{"text":5}', 'a.jsonl:7: field "text" is neither a string nor an array of strings'],
    ['{"text":["a",null]}', 'a.jsonl:7: field "text" is neither a string nor an array of strings'],
  ] as const)("names place and fault of %s", ([line, message]) => {
    expect(() => parse(line)).toThrow(
      expect.objectContaining({
        code: "ERR_RECORD_FORMAT",
        message: expect.stringContaining(message),
      }),
    );
  });

  test.for(["__proto__.toString", "constructor.name", "text.length", "list.0"])(
    "takes nothing for a field that the record does not have itself: %s",
    (textKey) => {
      expect(() => parse('{"text":"a","list":["b"]}', textKey)).toThrow("is missing");
    },
  );
});

describe("rewriting a line", () => {
  test("changes the text and nothing else", () => {
    const line = '\uFEFF{ "10":1.0, "big":12345678901234567890,"text" : "abc", "2":"\\u00e9" }\r\n';
    expect(rewriteWithoutHead(line, 1)).toBe(
      '\uFEFF{ "10":1.0, "big":12345678901234567890,"text" : "bc", "2":"\\u00e9" }\r\n',
    );
  });

  test("keeps a key called __proto__", () => {
    expect(rewriteWithoutHead('{"__proto__":{"a":1},"text":"ab"}', 1)).toBe(
      '{"__proto__":{"a":1},"text":"b"}',
    );
  });

  test("reaches a text under __proto__", () => {
    expect(rewriteWithoutHead('{"__proto__":{"a":"xy"}}', 1, "__proto__.a")).toBe(
      '{"__proto__":{"a":"y"}}',
    );
  });

  test("takes whole paragraphs out of an array", () => {
    expect(rewriteWithoutHead('{"text": ["a", "b", "c"], "n": 1}', 3)).toBe(
      '{"text": ["b","c"], "n": 1}',
    );
  });

  test("writes a lone surrogate as an escape", () => {
    expect(rewriteWithoutHead('{"text":"a\\ud800"}', 1)).toBe('{"text":"\\ud800"}');
  });

  test("gives back the very line when nothing is cut", () => {
    const line = '{"text":"\\u0061" , "x":1e2}\r\n';
    expect(parse(line)?.rewrite({ text: "a", cuts: [] })).toBe(line);
  });

  test("any record keeps every other field, in order", () => {
    const records = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue());
    fc.assert(
      fc.property(records, fc.string({ unit: "binary", minLength: 1 }), (fields, text) => {
        const line = JSON.stringify({ ...fields, text });
        expect(rewriteWithoutHead(line, 1)).toBe(
          JSON.stringify({ ...fields, text: text.slice(1) }),
        );
      }),
    );
  });
});
