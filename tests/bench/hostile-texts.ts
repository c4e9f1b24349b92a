import { drawOne, seededRandom } from "../../src/core/model/random.ts";
import { SEED } from "./bench.ts";
import type { ExampleTexts } from "./example-texts.ts";
import { generateArticles } from "./generate-articles.ts";

/** A document that nobody would write but somebody might send. */
export interface HostileText {
  readonly name: string;
  /** Size in characters that it is measured up to, when the largest are of 100 MB. */
  readonly largest: number;
  /** File name extension of what holds it: one JSON object, or a text. */
  readonly extension: "jsonl" | "txt";
  /** Its text in pieces, without end. */
  pieces(): Generator<string>;
}

/** The worst inputs that we could think of. Each is one document. */
export function hostileTexts(texts: ExampleTexts): HostileText[] {
  const article = function* (): Generator<string> {
    for (const { text } of generateArticles(texts, { seed: SEED })) {
      yield `${text.replaceAll("\n\n", " ")} `;
    }
  };
  const repeated = (piece: string) =>
    function* (): Generator<string> {
      for (const many = piece.repeat(1000); ;) yield many;
    };
  const drawn = (list: readonly string[], separator: string) =>
    function* (): Generator<string> {
      const random = seededRandom(SEED);
      for (;;) yield drawOne(random, list) + separator;
    };
  const words = texts.ordinary.flatMap(({ paragraphs }) => paragraphs.join(" ").split(" "));
  const spam = texts.spam.flatMap(({ pieces }) => pieces).filter((piece) => piece.length > 100);
  const digits = [..."0123456789"];
  return [
    { name: "one line, as JSON", largest: 1e8, extension: "jsonl", pieces: article },
    { name: "one line, as text", largest: 1e8, extension: "txt", pieces: article },
    {
      name: "paragraphs of one word",
      largest: 1e6 * (meanLength(words) + 2),
      extension: "txt",
      pieces: drawn(words, "\n\n"),
    },
    {
      name: "paragraphs of spam",
      largest: 1e5 * (meanLength(spam) + 2),
      extension: "txt",
      pieces: drawn(spam, "\n\n"),
    },
    {
      name: "combining marks only",
      largest: 1e7,
      extension: "txt",
      pieces: repeated("\u0301\u0327\u0323"),
    },
    { name: "digits only", largest: 1e7, extension: "txt", pieces: drawn(digits, "") },
    { name: "spaced letters only", largest: 1e7, extension: "txt", pieces: repeated("s l o t ") },
    { name: "one word without an end", largest: 1e7, extension: "txt", pieces: repeated("gacor") },
    { name: "no two words alike", largest: 1e7, extension: "txt", pieces: distinctWords },
    { name: "line breaks only", largest: 1e7, extension: "txt", pieces: repeated("\n") },
    { name: "full stops only", largest: 1e7, extension: "txt", pieces: repeated(". ") },
    {
      name: "a script without spaces",
      largest: 1e7,
      extension: "txt",
      pieces: repeated("ข่าวประชาสัมพันธ์"),
    },
  ];
}

function meanLength(list: readonly string[]): number {
  return list.reduce((sum, { length }) => sum + length, 0) / list.length;
}

/** Words that differ from each other, ten to a paragraph. */
function* distinctWords(): Generator<string> {
  const letters = (number: number): string =>
    number.toString().replaceAll(/\d/gu, (digit) => "bcdfghjklm"[Number(digit)] ?? "");
  for (let number = 1e6; ; number++) {
    yield letters(number) + (number % 10 === 0 ? "\n\n" : " ");
  }
}

/** A hostile text of some length, as its file holds it. */
export function* hostileFile(text: HostileText, length: number): Generator<string> {
  const isJson = text.extension === "jsonl";
  if (isJson) yield '{"id":"hostile","text":"';
  let written = 0;
  for (const piece of text.pieces()) {
    const part = piece.slice(0, length - written);
    yield isJson ? JSON.stringify(part).slice(1, -1) : part;
    written += part.length;
    if (written >= length) break;
  }
  if (isJson) yield '"}\n';
}
