import { type Counts, isWritten, type Label, LABELS } from "./counts.ts";
import type { LabelCounts } from "./naive-bayes.ts";

/** Options for {@link poolCounts}. */
export interface PoolOptions {
  /**
   * Weight of the language's ordinary text that is mixed into its spam, in weighted paragraphs. Higher makes words of a
   * language with little spam say less.
   * @defaultValue 50
   */
  readonly background?: number;
  /**
   * The same for text about gambling.
   * @defaultValue 20
   */
  readonly newsBackground?: number;
}

/**
 * Share of each language in the pool. Indonesian is what injections are mostly written in; the others are there so that a
 * word's language alone says nothing.
 */
const SHARES: Readonly<Record<string, number>> = {
  id: 0.5,
  en: 0.25,
  ms: 0.15,
  th: 0.03,
  tr: 0.03,
  vi: 0.03,
  pt: 0.02,
  zh: 0.01,
};
const OTHER_SHARE = 0.01;

/** Paragraphs that each label is scaled to: it sets how much one count weighs against the smoothing. */
const POOL_SIZE = 3000;

/**
 * Pools the counts of many sources so that none of them rules, and no language.
 *
 * Within a label and language each source counts by the square root of its size. Each language then has the same
 * share of ham as of spam: else English words would be suspicious wherever much of the spam is English. Where a language
 * has little spam, its ordinary words would all look innocent; so the spam of each language, and its text about gambling,
 * are mixed with some of its ordinary text (a Dirichlet prior: Manning, Raghavan and Schütze 2008, §12.2.2). Text about
 * gambling is not counted with other ham: it would take from the words of gambling what they say.
 */
export function poolCounts(
  tables: readonly Counts[],
  options: PoolOptions = {},
): LabelCounts<Label> {
  const { background = 50, newsBackground = 20 } = options;
  const indexByWord = new Map<string, number>();
  for (const { words } of tables) {
    for (const word of words.keys()) {
      if (!indexByWord.has(word)) {
        indexByWord.set(word, indexByWord.size);
      }
    }
  }
  const size = indexByWord.size;
  const pooled = {
    ham: new Float64Array(size),
    "gambling-news": new Float64Array(size),
    spam: new Float64Array(size),
  };
  const languages = [...new Set(tables.map((table) => table.lang))];
  const shareSum = languages.reduce((sum, lang) => sum + shareOf(lang), 0);
  const sumOf = (lang: string, label: Label): Sum =>
    sumTables(
      tables.filter((table) => table.lang === lang && table.label === label),
      indexByWord,
    );
  for (const lang of languages) {
    const scale = (POOL_SIZE * shareOf(lang)) / shareSum;
    const ham = sumOf(lang, "ham");
    if (ham.paragraphs > 0) {
      addScaled(pooled.ham, ham.counts, scale / ham.paragraphs);
    }
    for (const [label, weight] of [
      ["spam", background],
      ["gambling-news", newsBackground],
    ] as const) {
      const own = sumOf(lang, label);
      const total = own.paragraphs + (ham.paragraphs > 0 ? weight : 0);
      if (total > 0) {
        addScaled(pooled[label], own.counts, scale / total);
        addScaled(
          pooled[label],
          ham.counts,
          ham.paragraphs > 0 ? (scale * weight) / total / ham.paragraphs : 0,
        );
      }
    }
  }
  return withoutFaintWords({
    paragraphs: { ham: POOL_SIZE, "gambling-news": POOL_SIZE, spam: POOL_SIZE },
    words: [...indexByWord.keys()],
    counts: pooled,
  });
}

/**
 * Least pooled count, under the label where it is highest, of a word that is kept. Fainter ones are mostly names that one
 * source used a few times; they say as little as unknown words, and without them the model is a third smaller.
 */
const FAINT = 0.05;

function withoutFaintWords({ paragraphs, words, counts }: LabelCounts<Label>): LabelCounts<Label> {
  const kept = [...words.keys()].filter((index) =>
    LABELS.some((label) => (counts[label][index] ?? 0) >= FAINT),
  );
  const pick = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(kept, (index) => column[index] ?? 0);
  return {
    paragraphs,
    words: kept.map((index) => words[index] ?? ""),
    counts: {
      ham: pick(counts.ham),
      "gambling-news": pick(counts["gambling-news"]),
      spam: pick(counts.spam),
    },
  };
}

interface Sum {
  readonly paragraphs: number;
  readonly counts: Float64Array;
}

function shareOf(lang: string): number {
  return SHARES[lang] ?? OTHER_SHARE;
}

/** How much a spam page that was written for training counts against a real one. */
const WRITTEN_SPAM = 0.5;

function sumTables(tables: readonly Counts[], indexByWord: ReadonlyMap<string, number>): Sum {
  const counts = new Float64Array(indexByWord.size);
  let paragraphs = 0;
  for (const table of tables) {
    const share = table.label === "spam" && isWritten(table.source) ? WRITTEN_SPAM : 1;
    const weight = share / Math.sqrt(table.paragraphs);
    paragraphs += table.paragraphs * weight;
    for (const [word, count] of table.words) {
      const index = indexByWord.get(word) ?? 0;
      counts[index] = (counts[index] ?? 0) + count * weight;
    }
  }
  return { paragraphs, counts };
}

function addScaled(target: Float64Array, source: Float64Array, scale: number): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] ?? 0) + (source[index] ?? 0) * scale;
  }
}
