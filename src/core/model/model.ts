import { z } from "zod";
import { TapisError } from "../../errors.ts";
import { type Forest, LEAF } from "./forest.ts";
import { PayloadReader, PayloadWriter, type Section } from "./payload.ts";
import { sealModel, unsealModel } from "./seal.ts";
import type { TopicSpace } from "./topic-space.ts";
import { storedWordTable, type WordTable } from "./word-table.ts";

/** Everything that a cleaner decides with. */
export interface Model {
  /** What each word says. */
  readonly words: WordTable;
  /** How the evidence of a unit is put together; undefined in a model that has words only. */
  readonly combination: Combination | undefined;
  /** Least posterior at which a unit is cut, in [0, 1]. */
  readonly threshold: number;
  /** Least posterior at which a unit that is kept is listed as unsure, in [0, threshold]. */
  readonly unsure: number;
}

/** How the pieces of evidence of a unit become its posterior. */
export interface Combination {
  /** Names of the features that the second forest looks at, the first one's coming first. */
  readonly features: readonly string[];
  /** Looks at the features of words only: most documents are left before the other evidence is gathered. */
  readonly words: Forest;
  /** Looks at each unit's evidence and that around it. */
  readonly first: Forest;
  /** Looks at what the first said of the unit and of its surroundings, too. */
  readonly second: Forest;
  /** Calibration of the sequence model's posterior. */
  readonly calibration: Calibration;
  /** Where a document without anything suspicious is left, in the order of the trees of `words`. */
  readonly wordExits: readonly Exit[];
  /** The same, in the order of the trees of `first`. */
  readonly exits: readonly Exit[];
  /** Posterior of the units of documents that were left at an exit, in [0, 1]. */
  readonly passed: number;
}

/** A document none of whose units has more log-odds than this after so many trees of a forest is looked at no further. */
export interface Exit {
  /** Number of trees that have spoken. */
  readonly treeCount: number;
  /** In nats. */
  readonly logOdds: number;
}

/** A logistic curve on the log-odds: calibrated log-odds are `slope` times the raw ones plus `intercept`. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

const VERSION = 4;
const MAX_EXITS = 16;
/** Logarithms are stored in thousandths of a nat, as 16 bits: what lies beyond ±32.767 nats is stored as that. */
const LOG_SCALE = 1000;
const MAX_LOG = 32_767;

const SECTION = z.strictObject({ start: z.int().min(0), length: z.int().min(0) });
const FOREST = z.strictObject({
  base: z.number(),
  roots: SECTION,
  features: SECTION,
  values: SECTION,
  children: SECTION,
});
const EXITS = z
  .array(z.strictObject({ treeCount: z.int().min(0), logOdds: z.number() }))
  .max(MAX_EXITS);
const HEADER = z.strictObject({
  format: z.literal("tapis-model"),
  version: z.literal(VERSION),
  threshold: z.number().min(0).max(1),
  unsure: z.number().min(0).max(1),
  words: z.strictObject({
    size: z.int().min(0),
    text: SECTION,
    hashes: SECTION,
    ham: SECTION,
    gamblingNews: SECTION,
    spam: SECTION,
    topics: z.strictObject({
      dimensions: z.int().min(0).max(1024),
      size: z.int().min(0),
      codes: SECTION,
    }),
  }),
  combination: z
    .strictObject({
      features: z.array(z.string()).max(254),
      words: FOREST,
      first: FOREST,
      second: FOREST,
      calibration: z.strictObject({ slope: z.number().positive(), intercept: z.number() }),
      wordExits: EXITS,
      exits: EXITS,
      passed: z.number().min(0).max(1),
    })
    .nullable(),
});

type Header = z.infer<typeof HEADER>;

/** Writes a model as the bytes of a model file. Logarithms are rounded to a thousandth of a nat. */
export function formatModel(model: Model): Uint8Array<ArrayBuffer> {
  const payload = new PayloadWriter();
  const { words, combination } = model;
  const logs = (values: Float32Array): Section => payload.add(Int16Array.from(values, storedLog));
  const forest = ({ base, roots, features, values, children }: Forest): z.infer<typeof FOREST> => ({
    base,
    roots: payload.add(roots),
    features: payload.add(features),
    values: payload.add(values),
    children: payload.add(children),
  });
  const header: Header = {
    format: "tapis-model",
    version: VERSION,
    threshold: model.threshold,
    unsure: model.unsure,
    words: {
      size: words.size,
      text: payload.add(new TextEncoder().encode(words.words().join("\n"))),
      hashes: payload.add(words.hashes),
      ham: logs(words.ham),
      gamblingNews: logs(words.gamblingNews),
      spam: logs(words.spam),
      topics: { ...words.topics, codes: payload.add(words.topics.codes) },
    },
    combination:
      combination === undefined
        ? null
        : {
            features: [...combination.features],
            words: forest(combination.words),
            first: forest(combination.first),
            second: forest(combination.second),
            calibration: { ...combination.calibration },
            wordExits: combination.wordExits.map((exit) => ({ ...exit })),
            exits: combination.exits.map((exit) => ({ ...exit })),
            passed: combination.passed,
          },
  };
  return sealModel({ header: JSON.stringify(header), payload: payload.bytes() });
}

function storedLog(log: number): number {
  return Math.max(-MAX_LOG, Math.min(MAX_LOG, Math.round(log * LOG_SCALE)));
}

/**
 * Reads a model file and checks all of it.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it is not a model file or holds what a model cannot; ERR_MODEL_VERSION when
 *   another version of Tapis wrote it; ERR_MODEL_CHECKSUM when it was damaged.
 */
export function parseModel(bytes: Uint8Array): Model {
  const sealed = unsealModel(bytes);
  const header = parseHeader(sealed.header);
  const read = new PayloadReader(sealed.payload);
  const { words, combination } = header;
  const logs = (section: Section): Float32Array => {
    const stored = read.int16(section, words.size);
    const values = new Float32Array(words.size);
    for (let word = 0; word < values.length; word++) {
      values[word] = (stored[word] ?? 0) / LOG_SCALE;
    }
    return values;
  };
  return {
    words: storedWordTable({
      text: read.bytes(words.text),
      hashes: read.uint32(words.hashes, words.size),
      ham: logs(words.ham),
      gamblingNews: logs(words.gamblingNews),
      spam: logs(words.spam),
      topics: parseTopicSpace(words, read),
    }),
    combination:
      combination === null
        ? undefined
        : {
            features: combination.features,
            words: parseForest(combination.words, read, combination.features.length),
            first: parseForest(combination.first, read, combination.features.length),
            second: parseForest(combination.second, read, combination.features.length),
            calibration: combination.calibration,
            wordExits: combination.wordExits,
            exits: combination.exits,
            passed: combination.passed,
          },
    threshold: header.threshold,
    unsure: header.unsure,
  };
}

/** @throws {TapisError} ERR_MODEL_FORMAT when there are more vectors than words, or another number of codes. */
function parseTopicSpace({ size, topics }: Header["words"], read: PayloadReader): TopicSpace {
  if (topics.size > size) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: has more topic vectors than words; install or train it again",
    );
  }
  return { ...topics, codes: read.int8(topics.codes, topics.size * topics.dimensions) };
}

/**
 * @throws {TapisError} ERR_MODEL_FORMAT when a node leads backwards or out of the forest (scoring would not end), or a value
 *   is not a number.
 */
function parseForest(
  header: z.infer<typeof FOREST>,
  read: PayloadReader,
  featureCount: number,
): Forest {
  const nodeCount = header.features.length;
  const forest: Forest = {
    base: header.base,
    roots: read.uint32(header.roots, Math.floor(header.roots.length / 4)),
    features: read.bytes(header.features),
    values: read.float32(header.values, nodeCount),
    children: read.uint32(header.children, nodeCount),
  };
  const isInside = forest.roots.every((root) => root < nodeCount);
  const isForward = forest.features.every((feature, node) => {
    const child = forest.children[node] ?? 0;
    return feature === LEAF || (feature < featureCount && child > node && child + 1 < nodeCount);
  });
  if (!isInside || !isForward || !forest.values.every(Number.isFinite)) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: a tree of the file leads nowhere; install or train it again",
    );
  }
  return forest;
}

function parseHeader(text: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: the header is damaged; install or train it again",
      { cause },
    );
  }
  const version = z.object({ version: z.int() }).safeParse(value);
  if (version.success && version.data.version !== VERSION) {
    throw new TapisError(
      "ERR_MODEL_VERSION",
      `model: the file is of version ${version.data.version}, this Tapis reads version ${VERSION}; train it again or install the Tapis that wrote it`,
    );
  }
  const header = HEADER.safeParse(value);
  if (!header.success) {
    throw new TapisError("ERR_MODEL_FORMAT", `model: ${z.prettifyError(header.error)}`);
  }
  return header.data;
}
