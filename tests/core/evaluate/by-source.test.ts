import { describe, expect, test } from "vitest";
import {
  findHeldOut,
  type HeldOut,
  isHeldOut,
  mergeHeldOut,
} from "../../../src/core/evaluate/by-source.ts";
import { disguiseWords } from "../../../src/core/evaluate/disguise.ts";
import type { SpamRun } from "../../../src/core/evaluate/draw-spam.ts";
import { measuredSource } from "../../../src/core/evaluate/measured-sources.ts";
import { seededRandom } from "../../../src/core/model/random.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";
import { labelled } from "./labelled.ts";

/** Names of sites and of operators, of which about half are in either part. */
const NAMES = Array.from(
  { length: 40 },
  (_, index) => `${"abcdefgh"[index % 8]}${"x".repeat(index)}`,
);

/** A page of an operator with eight pieces of text. */
function pageOf(operator: string, seed: number): SpamRun {
  const random = seededRandom(seed);
  const pieces = Array.from({ length: 8 }, () => ({
    text: toySpam(random, "id"),
    kind: "paragraph",
  }));
  return { pieces, lang: "id", source: `${operator}/situs`, run: "halaman" };
}

const PAGES = NAMES.map(pageOf);
const heldOutOf = findHeldOut(PAGES);
const news = toyNews(seededRandom(99), "id");

/** Whether the spam of an operator is left out. */
const isSpamHeldOut = (operator: string, heldOut: HeldOut): boolean =>
  isHeldOut(measuredSource(`${operator}/lain`), "spam", heldOut);
const textOf = (page: SpamRun | undefined, piece: number): string =>
  page?.pieces[piece]?.text ?? "";

/** Two pages whose operators are in different parts. */
const [PAGE, OTHER_PAGE] = differingPages();

function differingPages(): [SpamRun | undefined, SpamRun | undefined] {
  const isHeld = (page: SpamRun): boolean =>
    isHeldOut(measuredSource(page.source), "spam", { articles: [], spam: [0] });
  return [PAGES.find(isHeld), PAGES.find((page) => !isHeld(page))];
}

describe("what is left out", () => {
  test("is the source of the article, and about half of the others", () => {
    for (const source of NAMES) {
      const heldOut = heldOutOf(labelled("berita", { source }));
      expect(isHeldOut(measuredSource(source), "article", heldOut)).toBe(true);
      const others = NAMES.filter((name) => isHeldOut(measuredSource(name), "article", heldOut));
      expect(others.length).toBeGreaterThan(NAMES.length / 4);
      expect(others.length).toBeLessThan((3 * NAMES.length) / 4);
    }
  });

  test("is the operator of the spam, and about half of the others", () => {
    NAMES.forEach((operator, index) => {
      const heldOut = heldOutOf(labelled(`${news}\n[${textOf(PAGES[index], 3)}]`));
      expect(isSpamHeldOut(operator, heldOut)).toBe(true);
      const others = NAMES.filter((name) => isSpamHeldOut(name, heldOut));
      expect(others.length).toBeGreaterThan(NAMES.length / 4);
      expect(others.length).toBeLessThan((3 * NAMES.length) / 4);
    });
  });

  test("is every operator of the spam", () => {
    const heldOut = heldOutOf(
      labelled(`[${textOf(PAGE, 0)}]\n${news}\n[${textOf(OTHER_PAGE, 0)}]`),
    );
    expect(heldOut.spam).toEqual([0, 1]);
    expect(NAMES.filter((name) => !isSpamHeldOut(name, heldOut))).toEqual([]);
  });

  test("is all that may have written the spam, where two operators share it", () => {
    const text = textOf(PAGE, 0);
    const copied = { ...pageOf("penyalin", 1), pieces: [{ text, kind: "paragraph" }] };
    const copiers = NAMES.map((name) => ({ ...copied, source: `${name}/salinan` }));
    const { spam } = findHeldOut([...PAGES, ...copiers])(labelled(`${news}\n[${text}]`));
    expect(spam).toEqual([0, 1]);
  });

  test("is not the operator of a few words that stand in a long block of another", () => {
    const few = textOf(OTHER_PAGE, 0).split(" ").slice(0, 4).join(" ");
    const own = PAGE?.pieces.map(({ text }) => text).join("\n");
    expect(heldOutOf(labelled(`${news}\n[${own}\n${few}]`)).spam).toEqual([0]);
  });
});

describe("the parts", () => {
  const heldOut: HeldOut = { articles: [1], spam: [1] };

  test("hold a repository of articles whole", () => {
    for (const name of NAMES) {
      const parts = ["", ":berita", ":olahraga:2"].map((path) =>
        isHeldOut(measuredSource(`${name}${path}`), "article", heldOut),
      );
      expect(new Set(parts).size).toBe(1);
    }
  });

  test("hold all pages and accounts of an operator", () => {
    for (const name of NAMES) {
      const parts = ["", "/situs", "12/lain"].map((path) =>
        isHeldOut(measuredSource(`${name}${path}`), "spam", heldOut),
      );
      expect(new Set(parts).size).toBe(1);
    }
  });

  test("of articles and of spam are drawn apart", () => {
    const isSame = NAMES.map(
      (name) =>
        isHeldOut(measuredSource(name), "article", heldOut) ===
        isHeldOut(measuredSource(name), "spam", heldOut),
    );
    expect(new Set(isSame)).toEqual(new Set([true, false]));
  });

  test("hold only sources that are measured on", () => {
    const everything: HeldOut = { articles: [0, 1], spam: [0, 1] };
    for (const source of [...NAMES, "seeds/spam", "", "situs (measured)/a"]) {
      for (const label of ["article", "spam"] as const) {
        expect(isHeldOut(source, label, everything)).toBe(false);
        expect(isHeldOut(measuredSource(source), label, everything)).toBe(true);
      }
    }
  });
});

describe("spam is known again", () => {
  const pages = [PAGE, OTHER_PAGE].flatMap((page, part) => (page ? [{ page, part }] : []));

  test("in disguise", () => {
    for (const { page, part } of pages) {
      for (let seed = 0; seed < 20; seed++) {
        const random = seededRandom(seed);
        const text = page.pieces.map((piece) => disguiseWords(piece.text, 0.4, random)).join("\n");
        expect(text).not.toContain(textOf(page, 0));
        expect(heldOutOf(labelled(`${news}\n[${text}]`)).spam).toEqual([part]);
      }
    }
  });

  test("without its line breaks", () => {
    for (const { page, part } of pages) {
      const text = page.pieces.map((piece) => piece.text).join(" ");
      expect(heldOutOf(labelled(`${news} [${text}]`)).spam).toEqual([part]);
    }
  });

  test("in other letters and spaces", () => {
    for (const { page, part } of pages) {
      const text = textOf(page, 5).toUpperCase().replaceAll(" ", "  ");
      expect(heldOutOf(labelled(`${news}\n[${text}]`)).spam).toEqual([part]);
    }
  });

  test("where it is shorter than a run", () => {
    const short = { ...pageOf("pendek", 5), pieces: [{ text: "Main sekarang", kind: "heading" }] };
    const { spam } = findHeldOut([short])(labelled(`${news}\n[main SEKARANG!]`));
    expect(spam).toHaveLength(1);
    expect(isSpamHeldOut("pendek", { articles: [], spam })).toBe(true);
  });
});

test("a document whose spam stands in no page has all spam left out", () => {
  const heldOut = heldOutOf(labelled(`${news}\n[iklan yang tidak ada di halaman mana pun]`));
  expect(NAMES.filter((name) => !isSpamHeldOut(name, heldOut))).toEqual([]);
  expect(findHeldOut([])(labelled(`[${textOf(PAGE, 0)}]`)).spam).toEqual([0, 1]);
});

test("a document without spam has its article left out, and keeps some spam", () => {
  for (const source of NAMES) {
    const heldOut = heldOutOf(labelled(news, { source }));
    expect(isHeldOut(measuredSource(source), "article", heldOut)).toBe(true);
    expect(NAMES.some((name) => !isSpamHeldOut(name, heldOut))).toBe(true);
  }
});

test("spam in the news is no spam of the document", () => {
  expect(heldOutOf(labelled(`${textOf(OTHER_PAGE, 0)}\n[${textOf(PAGE, 0)}]`)).spam).toEqual([0]);
});

test("what is left out for documents of the same text is left out together", () => {
  const merged = mergeHeldOut({ articles: [1], spam: [0, 1] }, { articles: [0], spam: [1] });
  expect(merged).toEqual({ articles: [0, 1], spam: [0, 1] });
});
