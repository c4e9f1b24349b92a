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
  const column = (): Float64Array => new Float64Array(words.units.length);
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
  words.units.forEach((unit, index) => {
    let [known, forSpam, forHam, againstNews, newsLikeness, strongCount] = [0, 0, 0, 0, 0, 0];
    let [most, secondMost, least, secondLeast] = [-NO_WORD, -NO_WORD, NO_WORD, NO_WORD];
    for (const word of unit.words) {
      if (words.known[word] !== 1) {
        continue;
      }
      const spam = words.spam[word] ?? 0;
      const ham = words.ham[word] ?? 0;
      const news = words.gamblingNews[word] ?? 0;
      const logOdds = spam - ham;
      known++;
      forSpam += Math.max(0, logOdds);
      forHam += Math.min(0, logOdds);
      againstNews += spam - news;
      newsLikeness += news - ham;
      strongCount += logOdds > STRONG ? 1 : 0;
      if (logOdds > most) {
        [most, secondMost] = [logOdds, most];
      } else if (logOdds > secondMost) {
        secondMost = logOdds;
      }
      if (logOdds < least) {
        [least, secondLeast] = [logOdds, least];
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
