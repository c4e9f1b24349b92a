import { TapisError } from "../../errors.ts";
import { type Forest, LEAF } from "./forest.ts";
import type { Model } from "./model.ts";
import { type ForestHeader, LOG_SCALE, MODEL_VERSION, type ModelHeader } from "./model-header.ts";
import { PayloadReader, type Section } from "./payload.ts";
import { unsealModel } from "./seal.ts";
import type { TopicSpace } from "./topic-space.ts";
import { storedWordTable } from "./word-table.ts";

/** Numbers that are read or checked in one call: what is called again and again is compiled sooner than one long loop. */
const BLOCK = 1024;

/**
 * Makes a model of the bytes of a model file. How far the header is to be trusted is the caller's: its checksum is checked here, and
 * that its numbers lie in the file and its trees lead somewhere.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM, and whatever `checkHeader` throws.
 */
export function decodeModel(
  bytes: Uint8Array,
  checkHeader: (value: unknown) => ModelHeader,
): Model {
  const sealed = unsealModel(bytes);
  const header = checkHeader(parseHeader(sealed.header));
  const read = new PayloadReader(sealed.payload);
  const { words, combination } = header;
  const logs = (section: Section): Float32Array => {
    const stored = read.int16(section, words.size);
    const values = new Float32Array(words.size);
    for (let start = 0; start < values.length; start += BLOCK) {
      readLogs(stored, values, start);
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

function readLogs(stored: Int16Array, values: Float32Array, start: number): void {
  const end = Math.min(values.length, start + BLOCK);
  for (let word = start; word < end; word++) {
    values[word] = (stored[word] ?? 0) / LOG_SCALE;
  }
}

/** @throws {TapisError} ERR_MODEL_FORMAT when there are more vectors than words, or another number of codes. */
function parseTopicSpace({ size, topics }: ModelHeader["words"], read: PayloadReader): TopicSpace {
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
function parseForest(header: ForestHeader, read: PayloadReader, featureCount: number): Forest {
  const nodeCount = header.features.length;
  const forest: Forest = {
    base: header.base,
    roots: read.uint32(header.roots, Math.floor(header.roots.length / 4)),
    features: read.bytes(header.features),
    values: read.float32(header.values, nodeCount),
    children: read.uint32(header.children, nodeCount),
  };
  let isSound = forest.roots.every((root) => root < nodeCount);
  for (let start = 0; isSound && start < nodeCount; start += BLOCK) {
    isSound = areNodesSound(forest, start, featureCount);
  }
  if (!isSound) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: a tree of the file leads nowhere; install or train it again",
    );
  }
  return forest;
}

/** Whether nodes, a block of them, lead forward and to nodes of the forest, and hold numbers. */
function areNodesSound(
  { features, values, children }: Forest,
  start: number,
  featureCount: number,
): boolean {
  const end = Math.min(features.length, start + BLOCK);
  for (let node = start; node < end; node++) {
    const feature = features[node] ?? LEAF;
    const child = children[node] ?? 0;
    const isForward = feature < featureCount && child > node && child + 1 < features.length;
    if (!(feature === LEAF || isForward) || !Number.isFinite(values[node])) return false;
  }
  return true;
}

function parseHeader(text: string): unknown {
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
  const version = versionOf(value);
  if (Number.isInteger(version) && version !== MODEL_VERSION) {
    throw new TapisError(
      "ERR_MODEL_VERSION",
      `model: the file is of version ${version}, this Tapis reads version ${MODEL_VERSION}; train it again or install the Tapis that wrote it`,
    );
  }
  return value;
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("version" in value)) return undefined;
  return typeof value.version === "number" ? value.version : undefined;
}
