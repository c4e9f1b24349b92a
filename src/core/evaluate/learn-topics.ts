import type { TopicVectors } from "../model/topic-space.ts";
import { countTopicWords, type TopicText, trainTopics } from "../model/train-topics.ts";
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
  const isLearntFrom = ({ source }: { readonly source: string }): boolean =>
    ownNameOfMeasured(source) === undefined;
  const articleFolds = foldsOfArticles(articles);
  const folds = [
    ...articles.flatMap((article, index) => (isLearntFrom(article) ? [articleFolds[index]] : [])),
    ...runs.filter(isLearntFrom).map(foldOfRun),
  ];
  const corpus = countTopicWords(textsOf(articles.filter(isLearntFrom), runs.filter(isLearntFrom)));
  return {
    all: trainTopics(corpus, () => true),
    without: Array.from({ length: FOLD_COUNT }, (_, fold) =>
      trainTopics(corpus, (text) => folds[text] !== fold),
    ),
  };
}

function* textsOf(articles: readonly Article[], runs: readonly SpamRun[]): Generator<TopicText> {
  for (const { paragraphs, lang } of articles) {
    yield { paragraphs, weight: LANGUAGE_WEIGHTS[lang] ?? OTHER_WEIGHT };
  }
  for (const { pieces, lang } of runs) {
    const weight = SPAM_WEIGHT * (LANGUAGE_WEIGHTS[lang] ?? OTHER_WEIGHT);
    yield { paragraphs: pieces.map(({ text }) => text), weight };
  }
}
