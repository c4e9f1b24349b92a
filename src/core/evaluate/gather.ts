import type { EvidenceDocument, EvidenceSet } from "../clean/evidence-set.ts";
import { emptyEvidence, UNIT_EVIDENCE, type UnitEvidence } from "../clean/unit-columns.ts";
import { unitEvidence } from "../clean/unit-evidence.ts";
import { unitsOf } from "../clean/units.ts";
import {
  type Counts,
  countWords,
  type Label,
  mergeCounts,
  withoutRareWords,
} from "../model/counts.ts";
import { poolCounts } from "../model/pool.ts";
import { seededRandom } from "../model/random.ts";
import { trainWordTable } from "../model/word-table.ts";
import { type Article, composeDocument, mentionsGambling } from "./compose.ts";
import type { SpamRun } from "./draw-spam.ts";
import type { FoldTopics } from "./learn-topics.ts";
import { FOLD_COUNT, foldOfRun, foldsOfArticles } from "./folds.ts";
import { labelUnits } from "./label-units.ts";

/** Fewest paragraphs, of all sources together, that a word must stand in. */
const LEAST_PARAGRAPHS = 3;
/** Languages that documents are composed in. */
const LANGUAGES = ["id", "ms", "en"];
const SEED = 100;

/** Counts of one fold's texts. */
export interface FoldCounts {
  readonly fold: number;
  readonly tables: readonly Counts[];
}

/** Counts the words of all texts, by fold, label, language and source. Rare words are dropped. */
export function countFolds(articles: readonly Article[], runs: readonly SpamRun[]): FoldCounts[] {
  const folds = foldsOfArticles(articles);
  const texts = new Map<
    string,
    { fold: number; label: Label; lang: string; source: string; paragraphs: string[] }
  >();
  const add = (
    fold: number,
    label: Label,
    lang: string,
    source: string,
    paragraphs: readonly string[],
  ): void => {
    const key = JSON.stringify([fold, label, lang, source]);
    const found = texts.get(key) ?? { fold, label, lang, source, paragraphs: [] };
    texts.set(key, found);
    found.paragraphs.push(...paragraphs);
  };
  articles.forEach((article, index) => {
    const isAbout = LANGUAGES.includes(article.lang) && mentionsGambling(article);
    add(
      folds[index] ?? 0,
      isAbout ? "gambling-news" : "ham",
      article.lang,
      article.source,
      article.paragraphs,
    );
  });
  for (const run of runs) {
    add(
      foldOfRun(run),
      "spam",
      run.lang,
      run.source,
      run.pieces.map((piece) => piece.text),
    );
  }
  const groups = [...texts.values()].filter(({ paragraphs }) => paragraphs.length > 0);
  const tables = withoutRareWords(
    groups.map(({ paragraphs, ...origin }) => countWords(paragraphs, origin)),
    LEAST_PARAGRAPHS,
  );
  return Array.from({ length: FOLD_COUNT }, (_, fold) => ({
    fold,
    tables: tables.filter((_table, index) => groups[index]?.fold === fold),
  }));
}

/** The counts of all folds together. */
export function allCounts(folds: readonly FoldCounts[]): Counts[] {
  return mergeCounts(folds.flatMap(({ tables }) => tables));
}

/**
 * Composes labelled documents of each fold's texts and gathers their evidence with word counts of the other folds: what
 * the words of an unseen site would say. What words are about comes from the other folds, too.
 */
export function composeEvidence(
  articles: readonly Article[],
  runs: readonly SpamRun[],
  counts: readonly FoldCounts[],
  topics: FoldTopics,
  documentCount: number,
): EvidenceSet {
  const articleFolds = foldsOfArticles(articles);
  const parts: { document: EvidenceDocument; labels: Uint8Array; evidence: UnitEvidence }[] = [];
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const table = trainWordTable(
      poolCounts(allCounts(counts.filter((part) => part.fold !== fold))),
      topics.without[fold],
    );
    const random = seededRandom(SEED + fold);
    const ofFold = groupBySource(
      articles.filter(
        ({ lang }, index) => articleFolds[index] === fold && LANGUAGES.includes(lang),
      ),
    );
    if (ofFold.length === 0) {
      continue;
    }
    const spamOfFold = groupBySource(runs.filter((run) => foldOfRun(run) === fold));
    for (let index = 0; index < documentCount / FOLD_COUNT; index++) {
      const { text, spam, lang, slice, sources } = composeDocument(
        ofFold,
        spamOfFold,
        random,
        `${fold}-${index}`,
      );
      const units = unitsOf(text);
      if (units.length > 0) {
        parts.push({
          document: { units: units.length, fold, lang, slice, sources },
          labels: labelUnits(units, spam),
          evidence: unitEvidence(text, units, table),
        });
      }
    }
  }
  return joinParts(parts);
}

function groupBySource<T extends { readonly lang: string; readonly source: string }>(
  texts: readonly T[],
): T[][] {
  const groups = new Map<string, T[]>();
  for (const text of texts) {
    const key = JSON.stringify([text.source, text.lang]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [text]);
    } else {
      group.push(text);
    }
  }
  return [...groups.values()];
}

function joinParts(
  parts: readonly {
    readonly document: EvidenceDocument;
    readonly labels: Uint8Array;
    readonly evidence: UnitEvidence;
  }[],
): EvidenceSet {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const labels = new Uint8Array(count);
  const evidence = emptyEvidence(count);
  let at = 0;
  for (const part of parts) {
    labels.set(part.labels, at);
    for (const name of UNIT_EVIDENCE) {
      evidence[name].set(part.evidence[name], at);
    }
    at += part.labels.length;
  }
  return { documents: parts.map(({ document }) => document), labels, evidence };
}
