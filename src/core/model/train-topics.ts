import { foldedWords } from "../text/tokenize.ts";
import { seededRandom } from "./random.ts";
import { encodeTopic, type TopicVectors } from "./topic-space.ts";
import { gram, orthonormalize, whiten } from "./whiten.ts";

/** A text that topics are learnt from. */
export interface TopicText {
  readonly paragraphs: readonly string[];
  /** How much it counts against the others, above 0. */
  readonly weight: number;
}

/** The words of many texts, by number: in how many paragraphs of each text each word stands. */
export interface TopicCorpus {
  readonly words: readonly string[];
  /** Weight of each text. */
  readonly weights: Float64Array;
  /** Where the entries of each text begin, and behind them where the last one's end. */
  readonly starts: Int32Array;
  /** The number of the word of each entry. */
  readonly wordOf: Int32Array;
  /** The number of paragraphs of each entry. */
  readonly counts: Uint16Array;
}

/** Counts the words of texts for {@link trainTopics}. */
export function countTopicWords(texts: Iterable<TopicText>): TopicCorpus {
  const numberByWord = new Map<string, number>();
  const weights: number[] = [];
  const starts = [0];
  const wordOf: number[] = [];
  const counts: number[] = [];
  for (const { paragraphs, weight } of texts) {
    const ofText = new Map<number, number>();
    for (const paragraph of paragraphs) {
      for (const word of new Set(foldedWords(paragraph))) {
        const number = numberByWord.get(word) ?? numberByWord.size;
        numberByWord.set(word, number);
        ofText.set(number, (ofText.get(number) ?? 0) + 1);
      }
    }
    for (const [number, count] of ofText) {
      wordOf.push(number);
      counts.push(count);
    }
    weights.push(weight);
    starts.push(wordOf.length);
  }
  return {
    words: [...numberByWord.keys()],
    weights: Float64Array.from(weights),
    starts: Int32Array.from(starts),
    wordOf: Int32Array.from(wordOf),
    counts: Uint16Array.from(counts),
  };
}

/** Options for {@link trainTopics}. */
export interface TopicOptions {
  /** @defaultValue 64 */
  readonly dimensions?: number;
  /** Fewest texts that a word must stand in to get a vector. @defaultValue 20 */
  readonly leastTexts?: number;
}

/** Rounds of the subspace iteration; the vectors hardly turn after the fourth. */
const ROUNDS = 5;
const SEED = 7;

/**
 * Learns what words are about from the texts they stand in: latent semantic analysis, whitened.
 *
 * A text is the vector of its words' ln(1 + paragraphs) · idf, of length 1. The space is that of the leading singular
 * vectors of all texts, found by subspace iteration, with every direction scaled to the same spread, so that the few that
 * set languages apart do not outweigh the many that set topics apart. The vector of a text in that space is the sum of its
 * words' vectors; the cosine of two says how much they are about the same.
 *
 * Source: Deerwester et al., *Indexing by Latent Semantic Analysis* (1990); the iteration: Halko, Martinsson and Tropp,
 * *Finding Structure with Randomness* (2011), algorithm 4.4.
 */
export function trainTopics(
  corpus: TopicCorpus,
  isIncluded: (text: number) => boolean,
  { dimensions = 64, leastTexts = 20 }: TopicOptions = {},
): TopicVectors {
  const matrix = weightedMatrix(corpus, isIncluded, leastTexts);
  const size = matrix.columns.length;
  const random = seededRandom(SEED);
  const basis = Float64Array.from({ length: size * dimensions }, () => random() - 0.5);
  orthonormalize(basis, dimensions);
  for (let round = 0; round < ROUNDS; round++) {
    const texts = timesBasis(matrix, basis, dimensions);
    basis.set(transposedTimes(matrix, texts, dimensions));
    orthonormalize(basis, dimensions);
  }
  whiten(basis, gram(timesBasis(matrix, basis, dimensions), dimensions), dimensions);
  let most = 0;
  for (let word = 0; word < size; word++) {
    for (let d = 0; d < dimensions; d++) {
      const index = word * dimensions + d;
      basis[index] = (basis[index] ?? 0) * (matrix.idf[word] ?? 0);
      most = Math.max(most, Math.abs(basis[index] ?? 0));
    }
  }
  return {
    dimensions,
    words: Array.from(matrix.columns, (word) => corpus.words[word] ?? ""),
    codes: Int8Array.from(basis, (value) => encodeTopic(value / Math.max(most, Number.MIN_VALUE))),
  };
}

/** A sparse matrix with a row per text and a column per word. */
interface SparseMatrix {
  /** The number in the corpus of the word of each column. */
  readonly columns: Int32Array;
  /** Inverse document frequency of each column's word, in nats. */
  readonly idf: Float64Array;
  readonly starts: Int32Array;
  readonly columnOf: Int32Array;
  readonly values: Float64Array;
}

function weightedMatrix(
  { words, weights, starts, wordOf, counts }: TopicCorpus,
  isIncluded: (text: number) => boolean,
  leastTexts: number,
): SparseMatrix {
  const rows = [...weights.keys()].filter(isIncluded);
  const textCounts = new Int32Array(words.length);
  for (const row of rows) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const word = wordOf[entry] ?? 0;
      textCounts[word] = (textCounts[word] ?? 0) + 1;
    }
  }
  const columns = Int32Array.from(
    [...words.keys()].filter((word) => (textCounts[word] ?? 0) >= leastTexts),
  );
  const columnByWord = new Int32Array(words.length).fill(-1);
  columns.forEach((word, column) => (columnByWord[word] = column));
  const idf = Float64Array.from(columns, (word) => Math.log(rows.length / (textCounts[word] ?? 1)));
  const rowStarts = [0];
  const columnOf: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    const first = values.length;
    let squares = 0;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const column = columnByWord[wordOf[entry] ?? 0] ?? -1;
      if (column >= 0) {
        const value = Math.log(1 + (counts[entry] ?? 0)) * (idf[column] ?? 0);
        columnOf.push(column);
        values.push(value);
        squares += value * value;
      }
    }
    const scale = Math.sqrt((weights[row] ?? 0) / Math.max(squares, Number.MIN_VALUE));
    for (let entry = first; entry < values.length; entry++) {
      values[entry] = (values[entry] ?? 0) * scale;
    }
    rowStarts.push(values.length);
  }
  return {
    columns,
    idf,
    starts: Int32Array.from(rowStarts),
    columnOf: Int32Array.from(columnOf),
    values: Float64Array.from(values),
  };
}

/** Each text's vector: the matrix times a basis of `width` columns. */
function timesBasis(matrix: SparseMatrix, basis: Float64Array, width: number): Float64Array {
  const { starts, columnOf, values } = matrix;
  const product = new Float64Array((starts.length - 1) * width);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      addScaled(product, row, basis, columnOf[entry] ?? 0, values[entry] ?? 0, width);
    }
  }
  return product;
}

/** The transposed matrix times a vector per text. */
function transposedTimes(matrix: SparseMatrix, texts: Float64Array, width: number): Float64Array {
  const { starts, columns, columnOf, values } = matrix;
  const product = new Float64Array(columns.length * width);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      addScaled(product, columnOf[entry] ?? 0, texts, row, values[entry] ?? 0, width);
    }
  }
  return product;
}

/** Adds a row of one matrix, scaled, to a row of another. */
function addScaled(
  target: Float64Array,
  targetRow: number,
  source: Float64Array,
  sourceRow: number,
  scale: number,
  width: number,
): void {
  const to = targetRow * width;
  const from = sourceRow * width;
  for (let d = 0; d < width; d++) {
    target[to + d] = (target[to + d] ?? 0) + scale * (source[from + d] ?? 0);
  }
}
