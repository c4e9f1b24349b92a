import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { check } from "../check.ts";
import { MODEL_VERSION, type ModelHeader } from "./model-header.ts";

const MAX_EXITS = 16;

const COUNT = z.int().check(z.minimum(0));
const PROBABILITY = z.number().check(z.minimum(0), z.maximum(1));
const SECTION = z.strictObject({ start: COUNT, length: COUNT });
const FOREST = z.strictObject({
  base: z.number(),
  roots: SECTION,
  features: SECTION,
  values: SECTION,
  children: SECTION,
});
const EXITS = z
  .array(z.strictObject({ treeCount: COUNT, logOdds: z.number() }))
  .check(z.maxLength(MAX_EXITS));

const HEADER: z.ZodMiniType<ModelHeader> = z.strictObject({
  format: z.literal("tapis-model"),
  version: z.literal(MODEL_VERSION),
  threshold: PROBABILITY,
  unsure: PROBABILITY,
  words: z.strictObject({
    size: COUNT,
    text: SECTION,
    hashes: SECTION,
    ham: SECTION,
    gamblingNews: SECTION,
    spam: SECTION,
    topics: z.strictObject({
      dimensions: z.int().check(z.minimum(0), z.maximum(1024)),
      size: COUNT,
      codes: SECTION,
    }),
  }),
  combination: z.nullable(
    z.strictObject({
      features: z.array(z.string()).check(z.maxLength(254)),
      words: FOREST,
      first: FOREST,
      second: FOREST,
      calibration: z.strictObject({
        slope: z.number().check(z.positive()),
        intercept: z.number(),
      }),
      wordExits: EXITS,
      exits: EXITS,
      passed: PROBABILITY,
    }),
  ),
});

/**
 * Checks all of the header of a model file that may come from anywhere.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT names what is wrong with it.
 */
export function checkHeader(value: unknown): ModelHeader {
  const header = check(HEADER, value);
  if (header.success) return header.data;
  throw new TapisError("ERR_MODEL_FORMAT", `model: ${z.prettifyError(header.error)}`);
}
