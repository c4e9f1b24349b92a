import type { TopicVectors } from "../model/topic-space.ts";
import { countTopicWords, trainTopics } from "../model/train-topics.ts";
import type { Article } from "./compose.ts";
import type { SpamRun } from "./draw-spam.ts";
import { FOLD_COUNT, foldOfRun, foldsOfArticles } from "./folds.ts";
import { ownNameOfMeasured } from "./measured-sources.ts";

/** What words are about, as learnt from texts that are divided into folds. */
export interface FoldTopics {
  /** Learnt from all texts. */
  readonly all: TopicVectors;
  /** For each fold: learnt from the texts of the other folds. */
  readonly without: readonly TopicVectors[];
}

/**
 * How much a text counts by its language: there is less English and Malay, and what is written in no language of the
 * articles is to be told apart only.
 */
const LANGUAGE_WEIGHTS: Readonly<Record<string, number>> = { id: 1, ms: 3, en: 6 };
const OTHER_WEIGHT = 0.1;
/** How much more a spam page counts than an article: there are few. */
const SPAM_WEIGHT = 4;

/**
 * Learns topics from articles and spam pages, their labels unseen. Nothing is learnt from texts that are measured on: their
 * sources could not be left out of the vectors afterwards.
 */
export function learnTopics(articles: readonly Article[], runs: readonly SpamRun[]): FoldTopics {
  const articleFolds = foldsOfArticles(articles);
  const weightOf = (lang: string): number => LANGUAGE_WEIGHTS[lang] ?? OTHER_WEIGHT;
  const texts = [
    ...articles.map(({ paragraphs, lang, source }, index) => ({
      source,
      fold: articleFolds[index],
      paragraphs,
      weight: weightOf(lang),
    })),
    ...runs.map((run) => ({
      source: run.source,
      fold: foldOfRun(run),
      paragraphs: run.pieces.map(({ text }) => text),
      weight: SPAM_WEIGHT * weightOf(run.lang),
    })),
  ].filter(({ source }) => ownNameOfMeasured(source) === undefined);
  const corpus = countTopicWords(texts);
  return {
    all: trainTopics(corpus, () => true),
    without: Array.from({ length: FOLD_COUNT }, (_, fold) =>
      trainTopics(corpus, (text) => texts[text]?.fold !== fold),
    ),
  };
}
