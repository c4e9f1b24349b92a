import { type Campaign, campaignsIn, isComparable } from "../core/campaigns/campaigns.ts";
import { type Count, ranked } from "../core/campaigns/ranked.ts";
import { hashWord } from "../core/text/hash-word.ts";
import type { ReportEntry } from "./report-entry.ts";

/** What a report shows of a run. */
export interface CollectedReport {
  /** The most doubtful documents first, then a fair sample of the others. */
  readonly entries: readonly ReportEntry[];
  /** Documents in which something was cut or is unsure. */
  readonly flagged: number;
  /** Paragraphs by posterior: twenty bins from 0 to 1; those of documents that are certain news are not counted. */
  readonly histogram: readonly number[];
  /** Paragraphs that were cut, by site, most first; the sites beyond the first ones together as `others`. */
  readonly sites: readonly Count[];
  /** The largest campaigns among the documents shown. */
  readonly campaigns: readonly Campaign[];
  /** Paragraphs that were cut, by what the spam in their document sells, most first. */
  readonly kinds: readonly Count[];
}

const BINS = 20;
/** Characters of text in a report: of the most doubtful documents, and of the sample. */
const DOUBTFUL_LENGTH = 2_500_000;
const SAMPLE_LENGTH = 1_700_000;
const MOST_SITES = 50_000;
const SHOWN_SITES = 12;
const SHOWN_CAMPAIGNS = 15;

/** What the spam in a document sells, by words that say so; the first that fits. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["slot machines", /slot|gacor|maxwin|scatter|jackpot|rtp/i],
  ["lottery (togel, toto)", /togel|toto|lotter|lottery|\b[234]d\b|hongkong|sgp|hk\b/i],
  ["sports bets", /sbobet|sportsbook|parlay|taruhan|betting|odds/i],
  ["casino and poker", /casino|kasino|baccarat|roulette|poker|domino|live22|mega888/i],
];

/** Collects what a report shows, in bounded memory however many documents there are. */
export class ReportCollector {
  readonly #doubtful = new BoundedList(DOUBTFUL_LENGTH, (entry) => -entry.doubt);
  readonly #sample = new BoundedList(SAMPLE_LENGTH, (entry) => hashWord(entry.place));
  readonly #histogram: number[] = Array<number>(BINS).fill(0);
  readonly #sites = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  #flagged = 0;

  take(entry: ReportEntry): void {
    this.#flagged += 1;
    for (const posterior of entry.posteriors) {
      const bin = Math.min(BINS - 1, Math.floor(posterior * BINS));
      this.#histogram[bin] = (this.#histogram[bin] ?? 0) + 1;
    }
    const cut = entry.paragraphs.filter(({ verdict }) => verdict === "cut");
    const site =
      this.#sites.has(entry.site) || this.#sites.size < MOST_SITES ? entry.site : "others";
    if (cut.length > 0) this.#sites.set(site, (this.#sites.get(site) ?? 0) + cut.length);
    if (cut.length > 0) {
      const all = cut.map(({ text }) => text).join("\n");
      const [kind] = KINDS.find(([, words]) => words.test(all)) ?? ["other"];
      this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + cut.length);
    }
    for (const dropped of this.#doubtful.add(entry)) this.#sample.add(dropped);
  }

  collect(): CollectedReport {
    for (const dropped of this.#doubtful.trim()) this.#sample.add(dropped);
    this.#sample.trim();
    const sites = ranked(this.#sites);
    const rest = sites.slice(SHOWN_SITES).reduce((sum, { count }) => sum + count, 0);
    const entries = [...this.#doubtful.entries, ...this.#sample.entries];
    const cut = entries.flatMap(({ place, paragraphs }) =>
      paragraphs
        .filter(({ verdict, text }) => verdict === "cut" && isComparable(text))
        .map(({ text }) => ({ place, text })),
    );
    const campaigns = campaignsIn(cut).filter(({ documents }) => documents > 1);
    return {
      entries,
      campaigns: campaigns.slice(0, SHOWN_CAMPAIGNS),
      flagged: this.#flagged,
      histogram: this.#histogram,
      sites: [
        ...sites.slice(0, SHOWN_SITES),
        ...(rest > 0 ? [{ name: "others", count: rest }] : []),
      ],
      kinds: ranked(this.#kinds),
    };
  }
}

/** The entries that come first by some rank, as many as a length of text allows. */
class BoundedList {
  readonly #mostLength: number;
  readonly #rank: (entry: ReportEntry) => number;
  #entries: ReportEntry[] = [];
  #length = 0;

  constructor(mostLength: number, rank: (entry: ReportEntry) => number) {
    this.#mostLength = mostLength;
    this.#rank = rank;
  }

  get entries(): readonly ReportEntry[] {
    return this.#entries;
  }

  /** Adds an entry; returns those that had to make room, which is not looked after each time. */
  add(entry: ReportEntry): ReportEntry[] {
    this.#entries.push(entry);
    this.#length += lengthOf(entry);
    return this.#length > 2 * this.#mostLength ? this.trim() : [];
  }

  /** Puts the entries in order; returns those for which there is no room. */
  trim(): ReportEntry[] {
    this.#entries.sort((one, other) => this.#rank(one) - this.#rank(other));
    let length = 0;
    const kept = this.#entries.findIndex((entry) => (length += lengthOf(entry)) > this.#mostLength);
    const dropped = kept === -1 ? [] : this.#entries.splice(kept);
    this.#length = this.#entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
    return dropped;
  }
}

function lengthOf({ paragraphs, place }: ReportEntry): number {
  const markup = 600;
  return paragraphs.reduce((sum, { text }) => sum + text.length + markup, place.length + markup);
}
