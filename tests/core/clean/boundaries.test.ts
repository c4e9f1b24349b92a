import fc from "fast-check";
import { expect, test } from "vitest";
import { moveBoundaries } from "../../../src/core/clean/boundaries.ts";
import { type Unit, unitsOf } from "../../../src/core/clean/units.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";
import { toyWords } from "../../toy-model.ts";
import { documentOf } from "../text/arbitrary-document.ts";
import { arbitraryText } from "../text/arbitrary-text.ts";

const NEWS = "warga pasar membeli beras harga naik lagi kata kepala dinas".split(" ");
const SPAM = "situs slot gacor bonus deposit maxwin togel bandar daftar agen".split(" ");
const WORDS = [...NEWS, ...SPAM];
const likely = Math.log(0.05);
const rare = Math.log(0.0005);

/** Words of news and of spam, each a hundred times likelier under its label. */
const TABLE = makeWordTable(WORDS, {
  ham: Float64Array.from(WORDS, (word) => (NEWS.includes(word) ? likely : rare)),
  gamblingNews: Float64Array.from(WORDS, () => rare),
  spam: Float64Array.from(WORDS, (word) => (SPAM.includes(word) ? likely : rare)),
});

/** Sentences of one flattened paragraph, one space between them, with their posteriors. */
function flattened(rows: readonly (readonly [sentence: string, posterior: number])[]) {
  const text = rows.map(([sentence]) => sentence).join(" ");
  let at = 0;
  const units = rows.map(([sentence]): Unit => {
    const span = { start: at, end: at + sentence.length };
    at = span.end + 1;
    return { span, paragraph: 0, isSentence: true };
  });
  return { text, units, posteriors: Float64Array.from(rows, ([, posterior]) => posterior) };
}

function movedTexts(rows: readonly (readonly [sentence: string, posterior: number])[]): string[] {
  const { text, units, posteriors } = flattened(rows);
  return moveBoundaries(text, units, posteriors, TABLE).map(({ span }) =>
    text.slice(span.start, span.end),
  );
}

test("spam that runs on from a caption without a full stop begins where its words do", () => {
  expect(
    movedTexts([
      ["Warga membeli beras.", 0.02],
      ["Kepala dinas pasar Situs slot gacor bonus deposit.", 0.3],
      ["Daftar agen togel.", 0.99],
    ]),
  ).toEqual([
    "Warga membeli beras.",
    "Kepala dinas pasar",
    "Situs slot gacor bonus deposit. Daftar agen togel.",
  ]);
});

test("spam that runs on into the article ends where its words do", () => {
  expect(
    movedTexts([
      ["Daftar agen togel.", 0.99],
      ["Bonus deposit maxwin Kepala dinas membeli beras.", 0.3],
      ["Harga naik lagi.", 0.02],
    ]),
  ).toEqual([
    "Daftar agen togel. Bonus deposit maxwin",
    "Kepala dinas membeli beras.",
    "Harga naik lagi.",
  ]);
});

test("opening marks go with the word behind them", () => {
  expect(
    movedTexts([
      ["Warga membeli beras.", 0.02],
      ["Kepala dinas pasar (Situs) slot gacor bonus deposit.", 0.3],
      ["Daftar agen togel.", 0.99],
    ])[2],
  ).toBe("(Situs) slot gacor bonus deposit. Daftar agen togel.");
});

test("where the sentences' words fit their verdicts, nothing moves", () => {
  const rows = [
    ["Warga Pasar membeli beras.", 0.02],
    ["Situs Slot Gacor bonus.", 0.99],
  ] as const;
  expect(movedTexts(rows)).toEqual(rows.map(([sentence]) => sentence));
});

test("no boundary lies before a small letter", () => {
  expect(
    movedTexts([
      ["Warga membeli beras.", 0.02],
      ["Kepala dinas pasar situs slot gacor bonus deposit.", 0.3],
      ["Daftar agen togel.", 0.99],
    ])[2],
  ).toBe("Daftar agen togel.");
});

test("paragraphs and sentences of two paragraphs keep their places", () => {
  const { text, units, posteriors } = flattened([
    ["Kepala dinas pasar Situs slot gacor.", 0.02],
    ["Daftar agen togel.", 0.99],
  ]);
  const whole = units.map((unit, paragraph) => ({ ...unit, paragraph, isSentence: false }));
  const apart = units.map((unit, paragraph) => ({ ...unit, paragraph }));
  expect(moveBoundaries(text, whole, posteriors, TABLE)).toEqual(whole);
  expect(moveBoundaries(text, apart, posteriors, TABLE)).toEqual(apart);
});

test("for any text, units stay in order, apart and inside, and lose nothing but white space", () => {
  const sentence = fc.oneof(
    arbitraryText,
    fc.constantFrom("Warga pasar beras. ", "Situs slot gacor! ", "Kepala dinas Slot Gacor 88? "),
  );
  const flat = fc
    .tuple(fc.array(sentence, { minLength: 5, maxLength: 20 }), documentOf(sentence))
    .map(
      ([parts, more]) =>
        `${parts.join(" ").replace(/[\n\r\v\f\u0085\u2028\u2029]/g, " ")} ${"Satu dua. ".repeat(60)}${more}`,
    );
  fc.assert(
    fc.property(
      flat,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (text, stream) => {
        const units = unitsOf(text);
        const posteriors = Float64Array.from(units, () => Number(stream.next().value));
        const moved = moveBoundaries(text, units, posteriors, toyWords);
        expect(moved).toHaveLength(units.length);
        let at = 0;
        for (const { span } of moved) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(at, span.start)).toMatch(/^[\s\0\u0085\u200b\u2060\ufeff]*$/u);
          at = span.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\0\u0085\u200b\u2060\ufeff]*$/u);
      },
    ),
  );
});
