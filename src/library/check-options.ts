/** Checks options at once, and says what to do about those that are wrong. */
import * as z from "zod/mini";
import { check } from "../core/check.ts";
import { type Preset, PRESETS } from "../core/clean/presets.ts";
import { TapisError } from "../errors.ts";
import { describeValue } from "./arguments.ts";
import type { Cleaner } from "./cleaner.ts";
import { asModelSource } from "./model-source.ts";
import type { ModelSource } from "./options.ts";

const SHARE = "must be a number from 0 to 1";
const COUNT = "must be a whole number from 0 on";
const PRESET_NAMES = Object.keys(PRESETS).map((name) => JSON.stringify(name));

const threshold = z.optional(z.number(SHARE).check(z.gte(0, SHARE), z.lte(1, SHARE)));
const preset = z.optional(
  z.custom<Preset>(
    (value) => typeof value === "string" && Object.hasOwn(PRESETS, value),
    `must be ${PRESET_NAMES.join(" or ")}`,
  ),
);
const model = z.optional(
  z.custom<ModelSource>(
    (value) => asModelSource(value) !== undefined,
    "must be a path, a URL, the bytes of a model file, or what parseModel gives",
  ),
);
const html = z.optional(z.boolean("must be true or false"));
const signal = z.optional(
  z.custom<AbortSignal>(
    (value) => hasKeys(value, ["aborted", "addEventListener"]),
    "must be an AbortSignal",
  ),
);
const count = z.optional(z.int(COUNT).check(z.gte(0, COUNT)));
const textKey = z.optional(
  z.string("must be the name of a field").check(z.minLength(1, "must be the name of a field")),
);
const cleaner = z.optional(
  z.custom<Cleaner>(
    (value) => hasKeys(value, ["clean", "threshold"]),
    "must be what loadCleaner or createCleaner gives",
  ),
);

const ofCleaner = { threshold, preset };
const ofLoading = { model, html, signal, ...ofCleaner };
const ofDocuments = { textKey, cleaner, model, signal, ...ofCleaner };

/** What takes options. */
export type OptionsTaker =
  | "clean"
  | "explain"
  | "cleaner"
  | "load"
  | "documents"
  | "documentsInWorkers";

/** What options there are, by what takes them. */
const CHECKS = {
  clean: z.strictObject({ threshold }),
  explain: z.strictObject({ words: count }),
  cleaner: z.strictObject(ofCleaner),
  load: z.strictObject(ofLoading),
  documents: z.strictObject(ofDocuments),
  documentsInWorkers: z.strictObject({ workers: count, ...ofDocuments }),
} satisfies Record<OptionsTaker, unknown>;

/** Options of any kind, checked. */
export interface CheckedOptions {
  readonly threshold?: number | undefined;
  readonly preset?: Preset | undefined;
  readonly model?: ModelSource | undefined;
  readonly html?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly textKey?: string | undefined;
  readonly cleaner?: Cleaner | undefined;
  readonly workers?: number | undefined;
  readonly words?: number | undefined;
}

/**
 * The options, if they are such.
 *
 * @param caller - Name of the function that they were given to.
 * @param taker - Says which options there are.
 * @throws {TapisError} ERR_OPTIONS when there is no such option, when one is not of its kind, or when two do not go together.
 */
export function checkOptions(
  caller: string,
  taker: OptionsTaker,
  options: unknown,
): CheckedOptions {
  const schema = CHECKS[taker];
  const checked = check<CheckedOptions>(schema, options);
  if (!checked.success) {
    const names = Object.keys(schema.shape).join(", ");
    const faults = checked.error.issues.map((issue) => describe(issue, options, names));
    throw new TapisError("ERR_OPTIONS", `${caller}: ${faults.join("; ")}`);
  }
  for (const [one, others] of EXCLUSIVE) {
    const other = others.find((name) => valueOf(options, name) !== undefined);
    if (valueOf(options, one) !== undefined && other !== undefined) {
      throw new TapisError("ERR_OPTIONS", `${caller}: give ${one} or ${other}, not both`);
    }
  }
  return checked.data;
}

/** Options that do not go together. */
const EXCLUSIVE: readonly (readonly [one: string, others: readonly string[]])[] = [
  ["threshold", ["preset"]],
  ["cleaner", ["model", "threshold", "preset", "workers"]],
];

function describe(issue: z.core.$ZodIssue, options: unknown, names: string): string {
  if (issue.code === "unrecognized_keys") {
    const unknown = issue.keys.map((key) => JSON.stringify(key)).join(", ");
    const where = issue.keys.includes("workers") ? " (workers are an option of tapis/node)" : "";
    return `there is no option ${unknown}${where}; there ${names.includes(",") ? "are" : "is"} ${names}`;
  }
  const [name] = issue.path;
  if (name === undefined) return `the options must be an object, got ${describeValue(options)}`;
  return `${String(name)} ${issue.message}, got ${describeValue(valueOf(options, name))}`;
}

function valueOf(options: unknown, name: PropertyKey): unknown {
  return typeof options === "object" && options !== null ? Reflect.get(options, name) : undefined;
}

function hasKeys(value: unknown, keys: readonly string[]): boolean {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}
