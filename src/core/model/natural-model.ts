import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { check } from "../check.ts";
import { logAt, makeWordTable, type WordTable } from "./word-table.ts";

/** The labels that a file of `natural` may have; Tapis makes objects of these names and of no others. */
const NATURAL_LABELS = ["ham", "spam"] as const;
type NaturalLabel = (typeof NATURAL_LABELS)[number];

/**
 * Paragraphs of each label that an exported file claims to have seen: as many as counts are pooled to, so that a paragraph
 * that `natural` learns afterwards weighs as much as one of those.
 */
const PARAGRAPHS = 3000;

/** Smoothing of an exported file, for words that `natural` learns afterwards; those of Tapis have counts for both labels. */
const SMOOTHING = 0.1;

/**
 * An object whose keys come from outside. Not `z.record`, which drops `__proto__`: the numbers of all words after it would
 * be wrong.
 */
const KEYED = z.custom<Readonly<Record<string, unknown>>>(isKeyed, "must be an object");

const ofBothLabels = <T extends z.ZodMiniType>(
  schema: T,
): z.ZodMiniObject<Record<NaturalLabel, T>, z.core.$strict> =>
  z.strictObject({ ham: schema, spam: schema });

const NATURAL = z.object({
  classifier: z.object({
    classFeatures: ofBothLabels(KEYED),
    classTotals: ofBothLabels(z.number().check(z.minimum(1))),
    totalExamples: z.number().check(z.minimum(1)),
    smoothing: z.number().check(z.positive()),
  }),
  features: KEYED,
});

/**
 * Writes a word table as the JSON of a `natural` `BayesClassifier`, which `BayesClassifier.restore` takes once parsed, with
 * the labels `ham` and `spam`.
 *
 * The counts are made so that natural's formula gives the table's log-odds, and equal priors. Both decide alike on the same
 * words; those of Tapis come from `tokenize`, so natural must be given arrays of them, or a stemmer that makes them.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when the table's words were damaged.
 */
export function formatNaturalModel(table: WordTable): string {
  const words = table.words();
  if (words.length !== table.size) {
    const message = `model: holds ${words.length} words where its header says ${table.size}`;
    throw new TapisError("ERR_MODEL_FORMAT", message);
  }
  // `fromEntries` makes own properties of all keys, `__proto__` among them. natural numbers words in the order of an
  // object's keys, which is not that of insertion for words such as "42".
  const features = Object.fromEntries(words.map((word) => [word, 1]));
  const numbered = Object.keys(features).map((word) => table.find(word));
  const total = PARAGRAPHS + 1;
  const countsOf = (logs: Int16Array): Record<string, number> =>
    Object.fromEntries(
      numbered.map((index, feature) => [feature, total * Math.exp(logAt(logs, index))]),
    );
  return JSON.stringify({
    classifier: {
      classFeatures: { ham: countsOf(table.ham), spam: countsOf(table.spam) },
      classTotals: { ham: total, spam: total },
      totalExamples: 2 * PARAGRAPHS + 1,
      smoothing: SMOOTHING,
    },
    docs: [],
    features,
    stemmer: {},
    lastAdded: 0,
  });
}

/**
 * Reads the JSON of a `natural` `BayesClassifier` with the labels `ham` and `spam` as a word table; `place` names the file
 * in errors.
 *
 * Words stay as natural has them: those that it stemmed will hardly be met. The priors are dropped, since Tapis has its
 * own. Nothing is known of gambling news, which is taken for ham.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it is not such a file: other labels, counts that are not numbers.
 */
export function parseNaturalModel(json: string, place: string): WordTable {
  const { classifier, features } = parseFile(json, place);
  const { classFeatures, classTotals, smoothing } = classifier;
  const words = Object.keys(features);
  // A line feed would part one word into two in a model file, half a surrogate pair would not come back from it.
  if (words.some((word) => word === "" || /[\n\p{Surrogate}]/u.test(word))) {
    throw fault(place, "a word is empty, or holds a line feed or half a character");
  }
  const logsOf = (label: NaturalLabel): Float64Array => {
    const counts = naturalCounts(classFeatures[label], `${place}: classFeatures.${label}`);
    return Float64Array.from(words, (_, feature) =>
      Math.log((counts.get(String(feature)) ?? smoothing) / classTotals[label]),
    );
  };
  const ham = logsOf("ham");
  return makeWordTable(words, { ham, gamblingNews: ham, spam: logsOf("spam") });
}

function isKeyed(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseFile(json: string, place: string): z.infer<typeof NATURAL> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw fault(place, "is not JSON", cause);
  }
  const file = check(NATURAL, value);
  if (!file.success) {
    throw fault(
      place,
      `is no BayesClassifier of natural with the labels ham and spam:\n${z.prettifyError(file.error)}`,
    );
  }
  return file.data;
}

/** natural's counts, smoothing included, by the number of the word; it holds none for a word that a label never had. */
function naturalCounts(
  counts: Readonly<Record<string, unknown>>,
  place: string,
): ReadonlyMap<string, number> {
  const byFeature = new Map<string, number>();
  for (const [feature, count] of Object.entries(counts)) {
    if (typeof count !== "number" || !(count > 0 && count < Number.POSITIVE_INFINITY)) {
      throw fault(place, `the count of word ${feature} is not a number above 0`);
    }
    byFeature.set(feature, count);
  }
  return byFeature;
}

function fault(place: string, message: string, cause?: unknown): TapisError {
  return new TapisError("ERR_MODEL_FORMAT", `${place}: ${message}`, { cause });
}
