import fc from "fast-check";
import { expect, test } from "vitest";
import { locateValue } from "../../../src/formats/json/locate-value.ts";

function cutOut(json: string, ...path: string[]): string {
  const { start, end } = locateValue(json, path);
  return json.slice(start, end);
}

test.for([
  ['{"text":"a"}', '"a"'],
  ['{ "id" : 7 , "text" : "a" }', '"a"'],
  ['{"a":"\\"text\\":1","text":"b"}', '"b"'],
  ['{"a":"\\\\","text":"b"}', '"b"'],
  ['{"a":{"text":1},"b":[{"text":2}],"text":"c"}', '"c"'],
  ['{"a":-1.5e+9,"b":null,"text":["x","]"]}', '["x","]"]'],
  ['{"\\u0074ext":"a"}', '"a"'],
  ['{"__proto__":{"text":1},"text":"a"}', '"a"'],
] as const)("finds the text in %s", ([json, value]) => {
  expect(cutOut(json, "text")).toBe(value);
});

test("takes the last of two members with one key, as JSON.parse does", () => {
  expect(cutOut('{"text":"a","text":"b"}', "text")).toBe('"b"');
});

test("goes one object down for each key", () => {
  expect(cutOut('{"body":1,"article":{"title":{"body":2},"body":"x"}}', "article", "body")).toBe(
    '"x"',
  );
});

test("says which key is not there", () => {
  expect(() => cutOut('{"a":1}', "text")).toThrow('must have the key, got "text"');
});

test("skips nesting of any depth", () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  expect(cutOut(`{"a":${deep},"text":"b"}`, "text")).toBe('"b"');
});

test("finds every member of any object, however it is spaced", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue(), { minKeys: 1 }),
      fc.constantFrom(undefined, 1, "\t"),
      (record, space) => {
        const json = JSON.stringify(record, undefined, space);
        const whole: unknown = JSON.parse(json);
        for (const key of Object.keys(record)) {
          const value: unknown = JSON.parse(cutOut(json, key));
          expect(whole).toHaveProperty([key], value);
        }
      },
    ),
  );
});
