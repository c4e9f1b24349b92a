import { formatModel } from "../core/model/model.ts";
import { formatNaturalModel, parseNaturalModel } from "../core/model/natural-model.ts";
import { collectBytes } from "../formats/whole-file.ts";
import { decodeUtf8 } from "../formats/decode-utf8.ts";
import { readChunks } from "../io/read-file.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { loadModel } from "./load-model.ts";

/** Thresholds of a model that has words only: undecided and above is cut, one in five and above is worth a look. */
const THRESHOLD = 0.5;
const UNSURE = 0.2;

/** Where a model comes from and where it goes: the file to read and the file to write. */
export interface ExchangePaths<From extends string | undefined> {
  readonly from: From;
  readonly to: string;
}

/**
 * Writes the words of a model as a file of `natural`'s `BayesClassifier`: of the bundled model when `from` is undefined.
 * Returns their number.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_MODEL_*, ERR_OUTPUT_WRITE.
 */
export async function exportNaturalModel({
  from,
  to,
}: ExchangePaths<string | undefined>): Promise<number> {
  const { words } = await loadModel(from);
  await writeWholeFile(to, formatNaturalModel(words));
  return words.size;
}

/**
 * Writes a model that has words only, those of a file of `natural`'s `BayesClassifier`. Returns their number.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_MODEL_FORMAT, ERR_OUTPUT_WRITE.
 */
export async function importNaturalModel({ from, to }: ExchangePaths<string>): Promise<number> {
  const json = decodeUtf8(await collectBytes(readChunks(from), from), { name: from, line: 1 });
  const words = parseNaturalModel(json, from);
  const model = { words, combination: undefined, threshold: THRESHOLD, unsure: UNSURE };
  await writeWholeFile(to, formatModel(model));
  return words.size;
}
