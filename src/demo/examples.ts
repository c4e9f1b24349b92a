import { parseLabelledDocument } from "../core/evaluate/labelled-document.ts";

/** An article to choose. */
export interface Example {
  readonly id: string;
  readonly text: string;
}

/** Articles of one language. */
export interface ExampleGroup {
  readonly language: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
}

/** The articles that the page brings, and how they are offered. */
export interface Examples {
  readonly articles: readonly Example[];
  readonly groups: readonly ExampleGroup[];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  id: "Indonesian",
  ms: "Malay",
  en: "English",
};

/** What is to be seen in the documents of each slice. */
const SLICES: Readonly<Record<string, string>> = {
  tail: "spam at the end",
  "tail-mixed": "spam with headings and links at the end",
  head: "spam first",
  middle: "spam in the middle",
  "two-blocks": "two blocks of spam",
  obfuscated: "spam in disguise",
  "other-language": "spam in another language",
  flattened: "spam, without line breaks",
  "all-spam": "nothing but spam",
  "gambling-news": "news about gambling, no spam",
  "gambling-news-tail": "news about gambling, spam at the end",
  clean: "no spam",
};

/**
 * Reads the example articles from labelled documents, one JSON object a line.
 *
 * @throws {TapisError} ERR_DOCUMENT_FORMAT when a line is no labelled document.
 */
export function parseExamples(lines: string): Examples {
  const documents = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => parseLabelledDocument(line, { place: "documents.jsonl", source: "examples" }));
  return {
    articles: documents.map(({ id, text }) => ({ id, text })),
    groups: Object.entries(LANGUAGES).map(([lang, language]) => ({
      language,
      choices: documents
        .filter((document) => document.lang === lang)
        .map(({ id, slice }) => ({ id, title: titleOf(id, slice) })),
    })),
  };
}

/** `id-dengue-season-spam-head` is `Dengue season: spam first`. */
function titleOf(id: string, slice: string): string {
  const name = id
    .replace(/^\w\w-/u, "")
    .replace(new RegExp(`-${slice}$`, "u"), "")
    .replace(/(?:-indonesian|-english)?-spam$/u, "")
    .replaceAll("-", " ");
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${SLICES[slice] ?? slice}`;
}
