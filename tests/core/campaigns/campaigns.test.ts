import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupCopies } from "../../../src/core/campaigns/group-copies.ts";
import { marksOf } from "../../../src/core/campaigns/marks.ts";
import { resemblance, signatureOf } from "../../../src/core/campaigns/min-hash.ts";
import { uniteGroups } from "../../../src/core/campaigns/unite-groups.ts";

const SPAM =
  "Situs slot gacor terpercaya RAJANAGA88 memberi bonus member baru setiap hari tanpa potongan";
const COPY =
  "Situs slot gacor terpercaya MAHKOTA77 memberi bonus member baru setiap hari tanpa potongan";
const OTHER =
  "Prediksi togel hongkong malam ini disusun oleh para master angka yang berpengalaman sekali";

describe("signatures", () => {
  test("of one text are the same, however it is disguised", () => {
    const one = signatureOf("slot gacor hari ini") ?? new Uint32Array();
    const other = signatureOf("S L O T gacor, hari ini!") ?? new Uint32Array();
    expect(resemblance(one, other)).toBe(1);
  });

  test("have about as much in common as the texts", () => {
    // Of 20 shingles of two words each, 10 are in both; 30 in all.
    const words = (from: number): string =>
      Array.from(
        { length: 21 },
        (_, index) =>
          `w${"abcdefghijklmnopqrstuvwxyz".charAt((from + index) % 26)}${from + index > 25 ? "z" : ""}`,
      ).join(" ");
    const one = signatureOf(words(0)) ?? new Uint32Array();
    const other = signatureOf(words(10)) ?? new Uint32Array();
    expect(Math.abs(resemblance(one, other) - 10 / 30)).toBeLessThan(0.15);
  });

  test("are there for texts with words only", () => {
    expect(signatureOf("— … !")).toBeUndefined();
  });
});

describe("groups of copies", () => {
  test("hold near copies, and nothing that has none", () => {
    expect(groupCopies([SPAM, OTHER, COPY, "news of today", SPAM])).toEqual([[0, 2, 4]]);
  });

  test("do not depend on the order of the texts", () => {
    const texts = [SPAM, COPY, OTHER, `${OTHER} juga`, "a b c d e", "f g h i j"];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const groups = groupCopies(order.map((index) => texts[index] ?? ""));
        const named = groups.map((group) => new Set(group.map((at) => order[at])));
        expect(named).toHaveLength(2);
        expect(named).toEqual(expect.arrayContaining([new Set([0, 1]), new Set([2, 3])]));
      }),
    );
  });

  test.for([0, 1.1, Number.NaN])(
    "cannot be asked for with a resemblance of %d",
    (leastResemblance) => {
      expect(() => groupCopies([], { leastResemblance })).toThrow(RangeError);
    },
  );
});

test("groups that stand in the same documents are one campaign", () => {
  const documents = [new Set([1, 2, 3]), new Set([1, 2, 3, 4]), new Set([9]), new Set([1, 7, 8])];
  expect(uniteGroups(documents)).toEqual([[0, 1], [2], [3]]);
});

test("brands, hosts and telephone numbers that recur are named, most first", () => {
  const texts = [
    `${SPAM} di https://www.Rajanaga88.com/daftar atau WA +62 812-3456-7890`,
    `${SPAM} lewat rajanaga88.com, hubungi 0812 3456 7890`,
    "RAJANAGA88 dan SEKALI99 saja pada 2026 di contoh.com",
  ];
  expect(marksOf(texts)).toEqual({
    brands: [{ name: "RAJANAGA88", count: 3 }],
    hosts: [{ name: "rajanaga88.com", count: 2 }],
    phones: [{ name: "6281234567890", count: 2 }],
  });
});
