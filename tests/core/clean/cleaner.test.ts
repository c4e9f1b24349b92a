import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTextCleaner } from "../../../src/core/clean/cleaner.ts";
import { restore } from "../../../src/core/clean/cut.ts";
import { decide, decideText, type Decision } from "../../../src/core/clean/decision.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { seededRandom } from "../../../src/core/model/random.ts";
import { trainToyModel } from "../../toy-model.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";
import { documentOf } from "../text/arbitrary-document.ts";
import { arbitraryText } from "../text/arbitrary-text.ts";

const MODEL = trainToyModel();
const WORDS_ONLY = { ...MODEL, combination: undefined };
const cleaner = createTextCleaner(MODEL);

const random = seededRandom(77);
const NEWS = Array.from({ length: 6 }, () => toyNews(random, "id"));
const SPAM = Array.from({ length: 4 }, () => toySpam(random, "id"));

/** Documents of news, spam and anything at all, some of them flattened. */
const mixed = fc.oneof(
  documentOf(fc.oneof(arbitraryText, fc.constantFrom(...NEWS, ...SPAM))),
  fc.array(fc.constantFrom(...NEWS, ...SPAM), { maxLength: 16 }).map((parts) => parts.join(" ")),
);
const threshold = fc.double({ min: 0, max: 1, noNaN: true });

test("cuts the block and keeps the article", () => {
  const news = NEWS.join("\n\n");
  const result = cleaner.clean(`${news}\n\n${SPAM.join("\n\n")}\n`);
  expect(result.text).toBe(`${news}\n`);
  expect(result.paragraphs.map(({ verdict }) => verdict === "cut")).toEqual([
    ...NEWS.map(() => false),
    ...SPAM.map(() => true),
  ]);
  expect(result.cuts.map(({ text }) => text)).toEqual([`\n\n${SPAM.join("\n\n")}`]);
  const posteriors = result.paragraphs.slice(NEWS.length).map(({ posterior }) => posterior);
  expect(result.cuts[0]?.posterior).toBeCloseTo(
    posteriors.reduce((sum, p) => sum + p, 0) / SPAM.length,
    12,
  );
});

test("cuts nothing from a document without spam", () => {
  const news = NEWS.join("\r\n\r\n");
  expect(cleaner.clean(news)).toMatchObject({ text: news, cuts: [] });
});

test("cuts flattened spam at the sentence", () => {
  const news = NEWS.concat(NEWS.map((text) => text.toUpperCase())).join(" ");
  const result = cleaner.clean(`${news} ${SPAM.join(" ")}`);
  expect(result.text).toBe(news);
});

test("a sentence that ran from the article into the spam is decided again by its halves", () => {
  const news = NEWS.concat(NEWS.map((text) => text.toUpperCase()))
    .join(" ")
    .replace(/\.$/, "");
  const text = `${news} ${SPAM.join(" ")}`;
  const [before, after] = [decide(text, unitsOf(text), MODEL), decideText(text, MODEL)];
  const startOf = ({ units }: Decision, unit: number): number => units[unit]?.span.start ?? -1;
  const moved = after.units.findIndex((_, unit) => startOf(after, unit) !== startOf(before, unit));
  expect(startOf(after, moved)).toBe(news.length + 1);
  expect(after.posteriors).toEqual(decide(text, after.units, MODEL).posteriors);
  expect(cleaner.clean(text).text).toBe(news);
});

test("a model that has words only decides by them and by the document", () => {
  const news = NEWS.join("\n\n");
  expect(createTextCleaner(WORDS_ONLY).clean(`${news}\n\n${SPAM.join("\n\n")}`).text).toBe(news);
});

describe("for any text and threshold", () => {
  test("what was kept and what was cut rebuild the document", () => {
    fc.assert(
      fc.property(mixed, threshold, (text, least) => {
        const result = cleaner.clean(text, { threshold: least });
        expect(restore(result.text, result.cuts)).toBe(text);
        for (const { span, text: piece } of result.cuts) {
          expect(piece).toBe(text.slice(span.start, span.end));
        }
      }),
    );
  });

  test("a paragraph is cut when its posterior reaches the threshold, and stands where it says", () => {
    fc.assert(
      fc.property(mixed, threshold, (text, least) => {
        const { paragraphs, cuts } = cleaner.clean(text, { threshold: least });
        for (const { span, verdict, posterior } of paragraphs) {
          expect(posterior).toBeGreaterThanOrEqual(0);
          expect(posterior).toBeLessThanOrEqual(1);
          expect(verdict === "cut").toBe(posterior >= least);
          expect(cuts.some((cut) => cut.span.start <= span.start && span.end <= cut.span.end)).toBe(
            verdict === "cut",
          );
        }
      }),
    );
  });

  test("a higher threshold never cuts more, neither paragraphs nor text", () => {
    fc.assert(
      fc.property(mixed, threshold, threshold, (text, a, b) => {
        const lower = cleaner.clean(text, { threshold: Math.min(a, b) });
        const higher = cleaner.clean(text, { threshold: Math.max(a, b) });
        higher.paragraphs.forEach(({ span, verdict, posterior }, i) => {
          expect(lower.paragraphs[i]).toMatchObject({ span, posterior });
          expect(verdict === "cut" && lower.paragraphs[i]?.verdict !== "cut").toBe(false);
        });
        for (const { span } of higher.cuts) {
          const around = lower.cuts.filter(
            (cut) => cut.span.start <= span.start && span.end <= cut.span.end,
          );
          expect(around).toHaveLength(1);
        }
      }),
    );
  });

  test("the same text gives the same result", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(createTextCleaner(MODEL).clean(text)).toEqual(cleaner.clean(text));
      }),
    );
  });

  test("a threshold of 0 cuts every paragraph", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { text: kept, paragraphs } = cleaner.clean(text, { threshold: 0 });
        expect(paragraphs.every(({ verdict }) => verdict === "cut")).toBe(true);
        expect(kept).toBe(paragraphs.length > 0 ? "" : text);
      }),
    );
  });

  test("evidence is numbers", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        for (const { evidence } of cleaner.clean(text).paragraphs) {
          expect(Object.values(evidence).every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });
});

test("a threshold of 1 cuts nothing that is not certain", () => {
  const { paragraphs, text } = cleaner.clean([...NEWS, ...SPAM].join("\n"), { threshold: 1 });
  expect(paragraphs.every(({ verdict, posterior }) => verdict !== "cut" || posterior === 1)).toBe(
    true,
  );
  expect(text).toContain(NEWS[0]);
});

test("what is kept at the unsure posterior or above is unsure", () => {
  // Toy texts are so easy that calibration makes them certain; without it some posterior lies in between.
  const combination = MODEL.combination && {
    ...MODEL.combination,
    calibration: { slope: 1, intercept: 0 },
  };
  const text = [...NEWS, ...SPAM].join("\n\n");
  const model = { ...MODEL, combination, unsure: 0.3 };
  const { paragraphs } = createTextCleaner(model, { threshold: 1 }).clean(text);
  expect(paragraphs.map(({ verdict }) => verdict)).toEqual([
    ...NEWS.map(() => "keep"),
    ...SPAM.map(() => "unsure"),
  ]);
});

test("below the unsure posterior a low threshold leaves nothing unsure", () => {
  const { paragraphs } = createTextCleaner({ ...MODEL, unsure: 0.5 }, { threshold: 0.3 }).clean(
    NEWS.join("\n"),
  );
  expect(
    paragraphs.every(({ verdict, posterior }) => verdict === (posterior < 0.3 ? "keep" : "cut")),
  ).toBe(true);
});

test("a threshold given to clean is stronger than the cleaner's, and that than the model's", () => {
  const text = NEWS.join("\n\n");
  expect(createTextCleaner(MODEL, { threshold: 0 }).clean(text).text).toBe("");
  expect(createTextCleaner(MODEL, { threshold: 0 }).clean(text, { threshold: 0.5 }).text).toBe(
    text,
  );
});

test("explains a part of a text by its words", () => {
  const [strongest, ...others] = cleaner.explain("pasar slot", { start: 6, end: 10 });
  expect(strongest).toMatchObject({ word: "slot" });
  expect(strongest?.logOdds).toBeGreaterThan(0);
  expect(others).toEqual([]);
  expect(cleaner.explain(SPAM.join(" "), { start: 0, end: 300 })).toHaveLength(5);
});

test.each([-0.1, 1.1, Number.NaN])("a threshold of %d is refused", (bad) => {
  const refusal = expect.objectContaining({
    code: "ERR_OPTIONS",
    message: `the threshold must be from 0 to 1, got ${bad}`,
  });
  expect(() => createTextCleaner(MODEL, { threshold: bad })).toThrow(refusal);
  expect(() => cleaner.clean("x", { threshold: bad })).toThrow(refusal);
});

test("a model trained on other evidence is refused", () => {
  const { combination } = MODEL;
  const strange = {
    ...MODEL,
    combination: combination && { ...combination, features: ["weather"] },
  };
  expect(() => createTextCleaner(strange)).toThrow(
    expect.objectContaining({ code: "ERR_MODEL_VERSION" }),
  );
});
