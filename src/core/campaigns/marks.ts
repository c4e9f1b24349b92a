import { type Count, ranked } from "./ranked.ts";

/** What recurs in the texts of a campaign, and in how many of them, most first: it tells who is behind the spam. */
export interface CampaignMarks {
  /** Names of letters and digits, such as `RAJANAGA88`, in capitals. */
  readonly brands: readonly Count[];
  /** Hosts, lower case, without `www.`. */
  readonly hosts: readonly Count[];
  /** Telephone numbers, their digits alone. */
  readonly phones: readonly Count[];
}

const BRAND =
  /(?<![\p{L}\p{N}])(?=[A-Za-z]*\d)[A-Za-z]{3,}[A-Za-z\d]*\d{1,4}(?:[A-Za-z]{0,4})(?![\p{L}\p{N}])/gu;
const HOST =
  /(?<![\w.@-])(?:www\.)?((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:com|net|org|info|id|my|co|io|me|vip|xyz|site|online|club|pro|biz|link|live|asia|app|win|bet|fun|top|shop|store|art|ink|cc|tv|us|uk|ph|vn|th))(?![\w-])/giu;
const PHONE = /(?<![\d+])(?:\+?62|\+?60|08)[\d\s().-]{7,16}\d(?!\d)/gu;

/** Most marks of a kind that are named. */
const MOST_NAMED = 8;

/** The brands, hosts and telephone numbers that recur in some texts: in two of them at least, if there are two. */
export function marksOf(texts: readonly string[]): CampaignMarks {
  return {
    brands: recurring(texts, BRAND, (name) => name.toUpperCase()),
    hosts: recurring(texts, HOST, (name) => name.toLowerCase().replace(/^www\./, "")),
    phones: recurring(texts, PHONE, (name) => name.replaceAll(/\D/g, "").replace(/^0/, "62")),
  };
}

function recurring(
  texts: readonly string[],
  pattern: RegExp,
  nameOf: (match: string) => string,
): Count[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const names = new Set(Array.from(text.matchAll(pattern), ([match]) => nameOf(match)));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ranked(counts)
    .filter(({ count }) => count >= Math.min(2, texts.length))
    .slice(0, MOST_NAMED);
}
