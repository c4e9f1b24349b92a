import fc from "fast-check";
import { expect, test } from "vitest";
import { type Shape, shapeOf } from "../../../src/core/clean/shape-evidence.ts";
import { arbitraryText } from "../text/arbitrary-text.ts";

test("capitals and digits are measured", () => {
  // 2 of 4 letters are capitals; 3 of 9 code units are digits.
  const { capitals, digits } = shapeOf("AB cd 123");
  expect([capitals, digits]).toEqual([2 / 4, 3 / 9]);
});

test("a link is found wherever one pattern would find it", () => {
  const pattern = /https?:|www\.|\.(?:com|net|org|id|my)\b/i;
  const parts = fc.array(
    fc.constantFrom(
      "http",
      "s",
      ":",
      "//",
      "WWW",
      "www",
      ".",
      "com",
      "ID",
      "my",
      "net",
      "x",
      " ",
      "é",
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(parts, (pieces) => {
      const text = pieces.join("");
      expect(shapeOf(text).link === 1).toBe(pattern.test(text));
    }),
    { numRuns: 1000 },
  );
});

test.each<[keyof Shape, string, string]>([
  ["link", "lihat https://contoh.id/x", "lihat contoh"],
  ["link", "buka contoh.com sekarang", "buka contoh.comot"],
  ["link", "WWW.contoh", "wwwcontoh"],
  ["ending", "Selesai.”", "Selesai"],
  ["ending", "Selesai…", "Selesai…)x"],
  ["colon", "Daftar:", "Daftar: ini"],
  ["quotes", "kata “dia”", "kata dia"],
  ["question", "apa? ya", "apa ya"],
  ["bullet", "- satu", "satu - dua"],
  ["bullet", "12) satu", "12 satu"],
  ["bullet", "# satu", "satu #"],
  ["lowerStart", "éa", "Éa"],
])("%s is seen in %j and not in %j", (name, withIt, without) => {
  expect([shapeOf(withIt)[name], shapeOf(without)[name]]).toEqual([1, 0]);
});

test("letters of other scripts are measured", () => {
  expect(shapeOf("ab 賭場").otherScript).toBe(2 / 4);
  expect(shapeOf("Ⅳ a").otherScript).toBe(0);
});

test("exclamation marks are counted", () => {
  expect(shapeOf("Ayo!! Main!").exclamations).toBe(3);
});

test("any text has numbers for a shape", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      for (const value of Object.values(shapeOf(text))) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    }),
  );
});
