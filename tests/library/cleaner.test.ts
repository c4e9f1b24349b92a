import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restore } from "../../src/core/clean/cut.ts";
import { seededRandom } from "../../src/core/model/random.ts";
import { createCleaner } from "../../src/library/cleaner.ts";
import { documentOf } from "../core/text/arbitrary-document.ts";
import { arbitraryText } from "../core/text/arbitrary-text.ts";
import { trainToyModel } from "../toy-model.ts";
import { toyNews, toySpam } from "../toy-texts.ts";

const MODEL = trainToyModel();
const WORDS_ONLY = { ...MODEL, combination: undefined };
const cleaner = createCleaner(MODEL);

const random = seededRandom(78);
const NEWS = Array.from({ length: 6 }, () => toyNews(random, "id"));
const SPAM = Array.from({ length: 4 }, () => toySpam(random, "id"));

const paragraph = fc.oneof(arbitraryText, fc.constantFrom(...NEWS, ...SPAM, "", " \n"));
const threshold = fc.double({ min: 0, max: 1, noNaN: true });

/** Whether a value and all in it is frozen. */
function isFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

describe("a text", () => {
  test("loses its spam, and what went rebuilds it", () => {
    const text = [...NEWS, ...SPAM].join("\n\n");
    const result = cleaner.clean(text);
    expect(result.text).toBe(NEWS.join("\n\n"));
    expect(restore(result.text, result.cuts)).toBe(text);
    expect(result.paragraphs.map((paragraph) => paragraph.text)).toEqual([...NEWS, ...SPAM]);
  });

  test("gives plain results, frozen to the bottom, of which JSON keeps everything", () => {
    fc.assert(
      fc.property(documentOf(paragraph), threshold, (text, least) => {
        const result = cleaner.clean(text, { threshold: least });
        expect(JSON.parse(JSON.stringify(result))).toEqual(structuredClone(result));
        expect(isFrozen(result)).toBe(true);
        const explained = cleaner.explain(text);
        expect(JSON.parse(JSON.stringify(explained))).toEqual(structuredClone(explained));
        expect(isFrozen(explained)).toBe(true);
      }),
    );
  });

  test("makes its paragraphs once", () => {
    const result = cleaner.clean(SPAM.join("\n"));
    expect(result.paragraphs).toBe(result.paragraphs);
  });

  test("is explained paragraph by paragraph, with the same decisions", () => {
    fc.assert(
      fc.property(documentOf(paragraph), (text) => {
        const explained = cleaner.explain(text);
        expect(
          explained.map(({ words: _words, parts: _parts, logOdds: _logOdds, ...rest }) => rest),
        ).toEqual(cleaner.clean(text).paragraphs);
      }),
    );
  });

  test("is explained by parts that add up, and by as many words as asked for", () => {
    for (const explained of cleaner.explain([...NEWS, ...SPAM].join("\n\n"), { words: 2 })) {
      const sum = explained.parts.reduce((total, part) => total + part.logOdds, 0);
      expect(sum).toBeCloseTo(explained.logOdds, 9);
      expect(explained.words).toHaveLength(2);
    }
  });

  test("has no parts under a model of words alone, but log-odds and words", () => {
    const [spam] = createCleaner(WORDS_ONLY).explain(SPAM.join("\n\n"));
    expect(spam?.parts).toEqual([]);
    expect(spam?.logOdds).toBeGreaterThan(0);
    expect(spam?.words).not.toEqual([]);
  });
});

describe("paragraphs", () => {
  test("are kept or cut whole; the kept ones come back as they were", () => {
    const kept = [` ${NEWS[0]}\n${NEWS[1]} `, "", ...NEWS.slice(2)];
    const result = cleaner.clean([...kept, ...SPAM]);
    expect(result.text).toEqual(kept);
    expect(result.paragraphs.map(({ verdict }) => verdict)).toEqual([
      ...kept.map(() => "keep"),
      ...SPAM.map(() => "cut"),
    ]);
  });

  test("a long one that is most of the document is not divided", () => {
    const long = [...NEWS, ...SPAM].join(" ");
    expect(cleaner.clean(long).paragraphs.length).toBeGreaterThan(1);
    expect(cleaner.clean([long]).paragraphs).toHaveLength(1);
  });

  test("get one verdict each, and what is kept is what is not cut", () => {
    fc.assert(
      fc.property(fc.array(paragraph), threshold, (given, least) => {
        const { text, paragraphs } = cleaner.clean(given, { threshold: least });
        expect(paragraphs.map((decided) => decided.text)).toEqual(given);
        expect(text).toEqual(given.filter((_, index) => paragraphs[index]?.verdict !== "cut"));
        expect(cleaner.score(given)).toEqual(paragraphs.map(({ posterior }) => posterior));
        for (const { verdict, posterior, text: content } of paragraphs) {
          expect(verdict === "cut").toBe(posterior >= least && content.trim() !== "");
        }
      }),
    );
  });

  test("give plain results, frozen to the bottom, of which JSON keeps everything", () => {
    fc.assert(
      fc.property(fc.array(paragraph), (given) => {
        for (const result of [cleaner.clean(given), cleaner.explain(given), cleaner.score(given)]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(structuredClone(result));
          expect(isFrozen(result)).toBe(true);
        }
      }),
    );
  });

  test("may be changed by the caller afterwards", () => {
    const given = [...NEWS];
    const result = cleaner.clean(given);
    given.length = 0;
    expect(result.paragraphs.map(({ text }) => text)).toEqual(NEWS);
  });

  test("an empty list has nothing to decide", () => {
    expect(cleaner.clean([])).toEqual({ text: [], paragraphs: [], highestPosterior: 0 });
    expect(cleaner.score([])).toEqual([]);
  });
});

describe("a wrong call", () => {
  const refusal = (code: string, message: string): unknown =>
    expect.objectContaining({ name: "TapisError", code, message });

  test("says what can be cleaned", () => {
    // @ts-expect-error Callers from JavaScript have no types.
    expect(() => cleaner.clean(null)).toThrow(
      refusal("ERR_ARGUMENT", "clean: must be given a string or an array of strings, got null"),
    );
    // @ts-expect-error As above.
    expect(() => cleaner.clean(["a", 1])).toThrow(
      refusal(
        "ERR_ARGUMENT",
        "clean: must be given a string or an array of strings, got an array with 1 in it",
      ),
    );
    // @ts-expect-error As above.
    expect(() => cleaner.score("a")).toThrow(
      refusal("ERR_ARGUMENT", 'score: must be given an array of strings, got "a"'),
    );
    // @ts-expect-error As above.
    expect(() => cleaner.explain({})).toThrow(
      refusal(
        "ERR_ARGUMENT",
        "explain: must be given a string or an array of strings, got an object",
      ),
    );
  });

  test("with a page says how to load a cleaner that takes it", () => {
    // @ts-expect-error As above.
    expect(() => cleaner.clean({ html: "<p>" })).toThrow("loadCleaner({ html: true })");
  });

  test("names the options that there are", () => {
    // @ts-expect-error As above.
    expect(() => cleaner.clean("a", { treshold: 1 })).toThrow(
      refusal("ERR_OPTIONS", 'clean: there is no option "treshold"; there is threshold'),
    );
    // @ts-expect-error As above.
    expect(() => cleaner.explain("a", { words: "3" })).toThrow(
      refusal("ERR_OPTIONS", 'explain: words must be a whole number from 0 on, got "3"'),
    );
  });

  test.each([-0.1, 1.1, Number.NaN, "half", null])("refuses a threshold of %s", (threshold) => {
    const told = typeof threshold === "string" ? `"${threshold}"` : String(threshold);
    const message = `threshold must be a number from 0 to 1, got ${told}`;
    // @ts-expect-error As above.
    expect(() => cleaner.clean("a", { threshold })).toThrow(
      refusal("ERR_OPTIONS", `clean: ${message}`),
    );
    // @ts-expect-error As above.
    expect(() => createCleaner(MODEL, { threshold })).toThrow(
      refusal("ERR_OPTIONS", `createCleaner: ${message}`),
    );
  });

  test("refuses a model that was trained on other evidence, and what is no model", () => {
    const { combination } = MODEL;
    const strange = {
      ...MODEL,
      combination: combination && { ...combination, features: ["weather"] },
    };
    expect(() => createCleaner(strange)).toThrow(
      expect.objectContaining({ code: "ERR_MODEL_VERSION" }),
    );
    // @ts-expect-error As above.
    expect(() => createCleaner("tapis.model")).toThrow(
      refusal(
        "ERR_ARGUMENT",
        'createCleaner: must be given what parseModel gives, got "tapis.model"',
      ),
    );
  });
});

test("a threshold given to clean is stronger than the cleaner's, and that than the model's", () => {
  const text = NEWS.join("\n\n");
  const thorough = createCleaner(MODEL, { threshold: 0 });
  expect([cleaner.threshold, thorough.threshold]).toEqual([MODEL.threshold, 0]);
  expect(createCleaner(MODEL, { preset: "careful" }).threshold).toBe(0.97);
  expect(thorough.clean(text).text).toBe("");
  expect(thorough.clean(text, { threshold: 0.5 }).text).toBe(text);
});
