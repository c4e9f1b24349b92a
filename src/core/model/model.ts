import { z } from "zod";
import { TapisError } from "../../errors.ts";
import { crc32 } from "./crc32.ts";
import type { Forest } from "./forest.ts";
import { type WordTable, storedWordTable } from "./word-table.ts";

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
  /** Looks at each unit's evidence and that around it. */
  readonly first: Forest;
  /** Looks at what the first said of the unit and of its surroundings, too. */
  readonly second: Forest;
  /** Calibration of the sequence model's posterior. */
  readonly calibration: Calibration;
}

/** A logistic curve on the log-odds: calibrated log-odds are `slope` times the raw ones plus `intercept`. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** The first bytes of a model file. */
const MAGIC = "TAPIS model\n";
const VERSION = 1;
const LOG_SCALE = 1000;

const SECTION = z.strictObject({ start: z.int().min(0), length: z.int().min(0) });
const FOREST = z.strictObject({ base: z.number(), roots: SECTION, features: SECTION, values: SECTION, children: SECTION });
const HEADER = z.strictObject({
  format: z.literal("tapis-model"),
  version: z.literal(VERSION),
  checksum: z.int().min(0),
  threshold: z.number().min(0).max(1),
  unsure: z.number().min(0).max(1),
  words: z.strictObject({ size: z.int().min(0), text: SECTION, hashes: SECTION, ham: SECTION, gamblingNews: SECTION, spam: SECTION }),
  combination: z
    .strictObject({
      features: z.array(z.string()).max(254),
      first: FOREST,
      second: FOREST,
      calibration: z.strictObject({ slope: z.number().positive(), intercept: z.number() }),
    })
    .nullable(),
});

type Header = z.infer<typeof HEADER>;
type Section = z.infer<typeof SECTION>;

/**
 * Writes a model as the bytes of a model file: a line that says what it is, the length of the header in four bytes (little
 * endian), the header as JSON, and after it the numbers, each section starting at a multiple of eight bytes.
 *
 * Logarithms are rounded to a thousandth of a nat.
 */
export function formatModel(model: Model): Uint8Array<ArrayBuffer> {
  const payload = new PayloadWriter();
  const { words, combination } = model;
  const logs = (values: Float32Array): Section => payload.add(Int16Array.from(values, (log) => Math.round(log * LOG_SCALE)));
  const forest = ({ base, roots, features, values, children }: Forest): z.infer<typeof FOREST> => ({
    base,
    roots: payload.add(roots),
    features: payload.add(features),
    values: payload.add(values),
    children: payload.add(children),
  });
  const sections = {
    threshold: model.threshold,
    unsure: model.unsure,
    words: {
      size: words.size,
      text: payload.add(new TextEncoder().encode(words.words().join("\n"))),
      hashes: payload.add(words.hashes),
      ham: logs(words.ham),
      gamblingNews: logs(words.gamblingNews),
      spam: logs(words.spam),
    },
    combination:
      combination === undefined
        ? null
        : {
            features: [...combination.features],
            first: forest(combination.first),
            second: forest(combination.second),
            calibration: { ...combination.calibration },
          },
  };
  const body = payload.bytes();
  const header: Header = { format: "tapis-model", version: VERSION, checksum: crc32(body), ...sections };
  return assemble(new TextEncoder().encode(JSON.stringify(header)), body);
}

/**
 * Reads a model file and checks all of it.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it is not a model file or holds what a model cannot; ERR_MODEL_VERSION when
 *   another version of Tapis wrote it; ERR_MODEL_CHECKSUM when it was damaged.
 */
export function parseModel(bytes: Uint8Array): Model {
  const { header, body } = disassemble(bytes);
  if (crc32(body) !== header.checksum) {
    throw new TapisError("ERR_MODEL_CHECKSUM", "model: the file is damaged (its checksum differs); install or train it again");
  }
  const read = new PayloadReader(body);
  const { words, combination } = header;
  const logs = (section: Section): Float32Array =>
    Float32Array.from(read.int16(section, words.size), (log) => log / LOG_SCALE);
  return {
    words: storedWordTable({
      text: read.bytes(words.text),
      hashes: read.uint32(words.hashes, words.size),
      ham: logs(words.ham),
      gamblingNews: logs(words.gamblingNews),
      spam: logs(words.spam),
    }),
    combination:
      combination === null
        ? undefined
        : {
            features: combination.features,
            first: parseForest(combination.first, read, combination.features.length),
            second: parseForest(combination.second, read, combination.features.length),
            calibration: combination.calibration,
          },
    threshold: header.threshold,
    unsure: header.unsure,
  };
}

/** @throws {TapisError} ERR_MODEL_FORMAT when a node leads backwards or out of the forest: scoring would not end. */
function parseForest(header: z.infer<typeof FOREST>, read: PayloadReader, featureCount: number): Forest {
  const nodeCount = header.features.length;
  const forest: Forest = {
    base: header.base,
    roots: read.uint32(header.roots, header.roots.length / 4),
    features: read.bytes(header.features),
    values: read.float32(header.values, nodeCount),
    children: read.uint32(header.children, nodeCount),
  };
  const isInside = forest.roots.every((root) => root < nodeCount);
  const isForward = forest.features.every((feature, node) => {
    const child = forest.children[node] ?? 0;
    return feature === 255 || (feature < featureCount && child > node && child + 1 < nodeCount);
  });
  if (!isInside || !isForward) {
    throw new TapisError("ERR_MODEL_FORMAT", "model: a tree of the file leads nowhere; install or train it again");
  }
  return forest;
}

function assemble(header: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bodyStart(header.length);
  const bytes = new Uint8Array(start + body.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  bytes.set(body, start);
  return bytes;
}

function bodyStart(headerLength: number): number {
  return Math.ceil((MAGIC.length + 4 + headerLength) / 8) * 8;
}

function disassemble(bytes: Uint8Array): { header: Header; body: Uint8Array<ArrayBuffer> } {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < MAGIC.length + 4) {
    throw new TapisError("ERR_MODEL_FORMAT", "model: this is not a Tapis model file");
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const text = new TextDecoder().decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + length));
  // A copy, so that the sections are aligned whatever the file's bytes were a part of.
  const body = new Uint8Array(bytes.subarray(bodyStart(length)));
  return { header: parseHeader(text), body };
}

function parseHeader(text: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TapisError("ERR_MODEL_FORMAT", "model: the header is damaged; install or train it again", { cause });
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

type Numbers = Uint8Array | Uint32Array | Int16Array | Float32Array;

class PayloadWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  add(numbers: Numbers): Section {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const section = { start: this.#length, length: bytes.length };
    const padding = (8 - (bytes.length % 8)) % 8;
    this.#parts.push(bytes, new Uint8Array(padding));
    this.#length += bytes.length + padding;
    return section;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

class PayloadReader {
  readonly #body: Uint8Array<ArrayBuffer>;

  constructor(body: Uint8Array<ArrayBuffer>) {
    this.#body = body;
  }

  bytes({ start, length }: Section): Uint8Array {
    if (start + length > this.#body.length) {
      throw new TapisError("ERR_MODEL_FORMAT", "model: the file ends too early; install or train it again");
    }
    return this.#body.subarray(start, start + length);
  }

  uint32(section: Section, count: number): Uint32Array {
    return new Uint32Array(this.#body.buffer, ...this.#place(section, count, 4));
  }

  int16(section: Section, count: number): Int16Array {
    return new Int16Array(this.#body.buffer, ...this.#place(section, count, 2));
  }

  float32(section: Section, count: number): Float32Array {
    return new Float32Array(this.#body.buffer, ...this.#place(section, count, 4));
  }

  #place(section: Section, count: number, width: number): [start: number, count: number] {
    const { byteOffset, byteLength } = this.bytes(section);
    if (byteLength !== count * width || byteOffset % width !== 0) {
      throw new TapisError("ERR_MODEL_FORMAT", "model: a section of the file has another length than the header says");
    }
    return [byteOffset, count];
  }
}
