import { cacheWeight, limitedEvidence } from "../../../src/core/clean/caches.ts";
import type { DocumentWords } from "../../../src/core/clean/document-words.ts";
import { UNKNOWN_LOG } from "../../../src/core/clean/document-words.ts";
import { type Chain, sequencePosteriors } from "../../../src/core/clean/sequence.ts";
import type { Unit } from "../../../src/core/clean/units.ts";
import { decodeTopic, type TopicSpace } from "../../../src/core/model/topic-space.ts";
import { logAt, type WordTable } from "../../../src/core/model/word-table.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";

/*
 * Evidence as its definition has it: slow, and plain enough to be seen to be right. What the program does in fewer steps
 * must say the same.
 */

/** The words of each unit by a map from strings. */
export function plainWords(text: string, units: readonly Unit[], table: WordTable) {
  const numbers = new Map<string, number>();
  const unitWords = units.map(({ span }) => {
    const tokens = tokenize(text, span.start, span.end);
    const inUnit = tokens.map((token) => {
      const number = numbers.get(token.text) ?? numbers.size;
      numbers.set(token.text, number);
      return number;
    });
    return {
      words: [...new Set(inUnit)],
      tokenCount: tokens.length,
      disguisedCount: tokens.filter(({ isDisguised }) => isDisguised).length,
      brands: inUnit.filter((_, at) => /^\p{L}{3,}(?:#[234]|#1d)$/u.test(tokens[at]?.text ?? "")),
    };
  });
  const log = (logs: Int16Array): number[] =>
    Array.from(numbers.keys(), (word) => {
      const index = table.find(word);
      return index < 0 ? UNKNOWN_LOG : logAt(logs, index);
    });
  return {
    size: numbers.size,
    spam: log(table.spam),
    ham: log(table.ham),
    gamblingNews: log(table.gamblingNews),
    units: unitWords,
  };
}

/** The log-odds of each unit after three rounds, a logarithm for each word. */
export function plainCacheLogOdds(
  words: DocumentWords,
  start: Float64Array,
  chain: Chain,
): Float64Array {
  const sets = words.units.map((unit) => new Set(unit.words));
  let posteriors = start;
  let logOdds = new Float64Array(sets.length);
  for (let round = 0; round < 3; round++) {
    const weights = (label: "spam" | "ham"): number[] =>
      Array.from(posteriors, (posterior) => (label === "spam" ? posterior : 1 - posterior));
    const under = (label: "spam" | "ham", unit: number, word: number): number => {
      let size = 0;
      let holding = 0;
      weights(label).forEach((weight, other) => {
        if (other !== unit) {
          size += weight;
          holding += sets[other]?.has(word) === true ? weight : 0;
        }
      });
      const weight = cacheWeight(size);
      const share = size > 1e-9 ? holding / size : 0;
      return (1 - weight) * Math.exp(words[label][word] ?? 0) + weight * share;
    };
    logOdds = Float64Array.from(sets, (set, unit) =>
      [...set].reduce(
        (sum, word) => sum + Math.log(under("spam", unit, word) / under("ham", unit, word)),
        0,
      ),
    );
    posteriors = sequencePosteriors(
      logOdds.map((sum, unit) => limitedEvidence(sum, sets[unit]?.size ?? 0)),
      chain,
    );
  }
  return logOdds;
}

/** Cosine of each unit's vector with the sum of the others', each by its weight; the sum made anew for each. */
export function plainCosines(
  words: DocumentWords,
  { dimensions, size, codes }: TopicSpace,
  weights: readonly number[],
): number[] {
  const vectors = words.units.map((unit) => {
    const sum = Array.from({ length: dimensions }, () => 0);
    for (const word of unit.words) {
      const row = words.indices[word] ?? -1;
      for (let d = 0; row >= 0 && row < size && d < dimensions; d++) {
        sum[d] = (sum[d] ?? 0) + decodeTopic(codes()[row * dimensions + d] ?? 0);
      }
    }
    return sum;
  });
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
  return vectors.map((vector, unit) => {
    const rest = Array.from({ length: dimensions }, () => 0);
    vectors.forEach((other, at) => {
      other.forEach((value, d) => {
        rest[d] = (rest[d] ?? 0) + (at === unit ? 0 : value * (weights[at] ?? 0));
      });
    });
    const [restLength, ownLength] = [Math.sqrt(dot(rest, rest)), Math.sqrt(dot(vector, vector))];
    return restLength > 1e-9 && ownLength > 0 ? dot(rest, vector) / (restLength * ownLength) : 0;
  });
}
