/** What tells who is behind spam, with the number of texts that have it. */
export interface Mark {
  readonly name: string;
  readonly count: number;
}

/** What recurs in the texts of a campaign, most first. */
export interface CampaignMarks {
  /** Names of letters and digits, such as `RAJANAGA88`, in capitals. */
  readonly brands: readonly Mark[];
  /** Hosts, lower case, without `www.`. */
  readonly hosts: readonly Mark[];
  /** Telephone numbers, their digits alone. */
  readonly phones: readonly Mark[];
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
): Mark[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const names = new Set(Array.from(text.matchAll(pattern), ([match]) => nameOf(match)));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count >= Math.min(2, texts.length))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_NAMED);
}
