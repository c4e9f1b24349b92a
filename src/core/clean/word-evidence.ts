import { columnsOf } from "./column.ts";
import type { DocumentWords } from "./document-words.ts";

/** What the words of each unit say by the trained model alone; one element per unit in each array, in nats. */
export interface WordEvidence {
  /** Number of distinct words that the model knows. */
  readonly known: Float64Array;
  /** Sum of the words' log-odds that speak for spam. */
  readonly forSpam: Float64Array;
  /** Sum of the words' log-odds that speak for ham; not above 0. */
  readonly forHam: Float64Array;
  /** Log-odds of the two words that speak most for spam. */
  readonly most: Float64Array;
  readonly secondMost: Float64Array;
  /** Log-odds of the two words that speak most for ham. */
  readonly least: Float64Array;
  readonly secondLeast: Float64Array;
  /** Log-odds of spam against news about gambling. */
  readonly againstNews: Float64Array;
  /** Log-odds of news about gambling against other ham. */
  readonly newsLikeness: Float64Array;
  /** Number of words with log-odds of spam above 2. */
  readonly strongCount: Float64Array;
}

/** Log-odds that stand for a word that is not there, in nats. */
const NO_WORD = 9;
/** Log-odds from which a word speaks strongly for spam, in nats. */
export const STRONG = 2;

/** Sums up the words of each unit. */
export function wordEvidence(words: DocumentWords): WordEvidence {
  const column = columnsOf(words.units.length, 10);
  const evidence = {
    known: column(),
    forSpam: column(),
    forHam: column(),
    most: column(),
    secondMost: column(),
    least: column(),
    secondLeast: column(),
    againstNews: column(),
    newsLikeness: column(),
    strongCount: column(),
  };
  const { known: isKnown, spam: spamLogs, ham: hamLogs, gamblingNews: newsLogs } = words;
  words.units.forEach(({ words: ofUnit }, index) => {
    let known = 0;
    let forSpam = 0;
    let forHam = 0;
    let againstNews = 0;
    let newsLikeness = 0;
    let strongCount = 0;
    let most = -NO_WORD;
    let secondMost = -NO_WORD;
    let least = NO_WORD;
    let secondLeast = NO_WORD;
    for (let at = 0; at < ofUnit.length; at++) {
      const word = ofUnit[at] ?? 0;
      if (isKnown[word] !== 1) {
        continue;
      }
      const spam = spamLogs[word] ?? 0;
      const ham = hamLogs[word] ?? 0;
      const news = newsLogs[word] ?? 0;
      const logOdds = spam - ham;
      known++;
      forSpam += logOdds > 0 ? logOdds : 0;
      forHam += logOdds < 0 ? logOdds : 0;
      againstNews += spam - news;
      newsLikeness += news - ham;
      strongCount += logOdds > STRONG ? 1 : 0;
      if (logOdds > most) {
        secondMost = most;
        most = logOdds;
      } else if (logOdds > secondMost) {
        secondMost = logOdds;
      }
      if (logOdds < least) {
        secondLeast = least;
        least = logOdds;
      } else if (logOdds < secondLeast) {
        secondLeast = logOdds;
      }
    }
    evidence.known[index] = known;
    evidence.forSpam[index] = forSpam;
    evidence.forHam[index] = forHam;
    evidence.most[index] = most;
    evidence.secondMost[index] = secondMost;
    evidence.least[index] = least;
    evidence.secondLeast[index] = secondLeast;
    evidence.againstNews[index] = againstNews;
    evidence.newsLikeness[index] = newsLikeness;
    evidence.strongCount[index] = strongCount;
  });
  return evidence;
}
