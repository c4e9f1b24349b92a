import { TapisError } from "../../errors.ts";
import { once } from "../once.ts";
import type { Forest } from "./forest.ts";
import type { Model } from "./model.ts";
import { type ForestHeader, MODEL_VERSION, type ModelHeader } from "./model-header.ts";
import { PayloadReader } from "./payload.ts";
import { unsealModel } from "./seal.ts";
import type { TopicSpace } from "./topic-space.ts";
import { storedWordTable } from "./word-table.ts";

/**
 * Makes a model of the bytes of a model file. Its checksum is checked here, and that its numbers lie in the file; how far the
 * header and the trees are to be trusted is the caller's to say. When the bytes are the
 * first {@link lengthNeededFirst} of the file only, the vectors of topics are read, by `readRest`, and checked when a document
 * first needs them.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM, and whatever `checkHeader` throws.
 */
export function decodeModel(
  bytes: Uint8Array,
  checkHeader: (value: unknown) => ModelHeader,
  readRest?: () => Uint8Array,
): Model {
  const sealed = unsealModel(bytes, readRest);
  const header = checkHeader(parseHeader(sealed.header));
  const read = new PayloadReader(sealed.payload);
  const { words, combination } = header;
  const later = once(() => new PayloadReader(sealed.later()));
  const topics = topicSpace(words, later);
  if (readRest === undefined) {
    later().bytes(words.text);
    topics.codes();
  }
  return {
    words: storedWordTable({
      hashes: read.uint32(words.hashes, words.size),
      ham: read.int16(words.ham, words.size),
      gamblingNews: read.int16(words.gamblingNews, words.size),
      spam: read.int16(words.spam, words.size),
      topics,
      words: once(() => splitWords(later().bytes(words.text))),
    }),
    combination:
      combination === null
        ? undefined
        : {
            features: combination.features,
            words: parseForest(combination.words, read),
            first: parseForest(combination.first, read),
            second: parseForest(combination.second, read),
            calibration: combination.calibration,
            wordExits: combination.wordExits,
            exits: combination.exits,
            passed: combination.passed,
          },
    threshold: header.threshold,
    unsure: header.unsure,
  };
}

function splitWords(text: Uint8Array): readonly string[] {
  return text.length === 0 ? [] : new TextDecoder().decode(text).split("\n");
}

/** @throws {TapisError} ERR_MODEL_FORMAT when there are more vectors than words, or another number of codes. */
function topicSpace(
  { size, topics }: ModelHeader["words"],
  later: () => PayloadReader,
): TopicSpace {
  if (topics.size > size) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: has more topic vectors than words; install or train it again",
    );
  }
  return {
    ...topics,
    codes: once(() => later().int8(topics.codes, topics.size * topics.dimensions)),
  };
}

function parseForest(header: ForestHeader, read: PayloadReader): Forest {
  const nodeCount = header.features.length;
  return {
    base: header.base,
    roots: read.uint32(header.roots, Math.floor(header.roots.length / 4)),
    features: read.bytes(header.features),
    values: read.float32(header.values, nodeCount),
    children: read.uint32(header.children, nodeCount),
  };
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
