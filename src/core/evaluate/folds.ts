import { isWritten } from "../model/counts.ts";
import { hashWord } from "../text/hash-word.ts";
import type { Article } from "./compose.ts";
import type { SpamRun } from "./draw-spam.ts";

/** Number of parts that the sources are divided into. */
export const FOLD_COUNT = 5;

/** Articles of one source from which it is divided among the folds: held out whole, it would leave too little to count. */
const BIG_SOURCE = 300;

/**
 * The fold of each article: all of a small source in one, a big one's articles spread; one per article.
 *
 * Texts written for training are spread as well: each is a site of its own.
 */
export function foldsOfArticles(articles: readonly Article[]): number[] {
  const sizes = new Map<string, number>();
  for (const { source } of articles) {
    sizes.set(source, (sizes.get(source) ?? 0) + 1);
  }
  return articles.map(({ source }, index) => {
    const isSpread = (sizes.get(source) ?? 0) > BIG_SOURCE || isWritten(source);
    return foldOf(isSpread ? `${source} ${index}` : source);
  });
}

/** The fold of a spam page: all pages of one operator are in one fold. */
export function foldOfRun({ source, run }: SpamRun): number {
  return foldOf(isWritten(source) ? `${source} ${run}` : operatorOf(source));
}

/** Families of repositories that share their text, by the beginnings of their owners' names. */
const FAMILIES: readonly (readonly [family: string, owners: RegExp])[] = [
  ["gameslot", /^(?:gameslot|slot|trikslot|fragmatic|Fkkhan|Sectyhaxor|muhammadnor|sitizulaikha)/u],
  ["biskuit", /^(?:biskuit|gacor-slot|bandar-slot|jam-gacor|Daftar-Link|arfamedica)/u],
  [
    "rtp",
    /^(?:macallan|oscarkrefft|flyhigh|danskuy|juanbiowan|situsgacor|ellatfitz|herminaline|onkz)/u,
  ],
  ["8xbet", /^(?:fathimath|mufeed)/u],
  ["edgetech", /^(?:tang-edgetech|edgetech)/u],
];

/** The operator behind a repository of spam: its owner, or the family of owners that share their text. */
export function operatorOf(source: string): string {
  const owner = (source.split("/")[0] ?? source).replace(/\d+$/u, "");
  return FAMILIES.find(([, owners]) => owners.test(owner))?.[0] ?? owner;
}

function foldOf(key: string): number {
  return hashWord(key) % FOLD_COUNT;
}
