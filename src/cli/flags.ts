import { z } from "zod";
import { PRESETS } from "../core/clean/presets.ts";
import { FORMAT_NAMES, type FormatName } from "../formats/format-names.ts";
import { ENCODING_NAMES, type EncodingName } from "../formats/encoding/encoding.ts";
import { UsageFault } from "./usage-fault.ts";

/** The flags of every command that decides paragraphs, checked. */
export interface DecisionFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  /** Encoding of the inputs; else by their byte order marks. */
  readonly encoding?: EncodingName | undefined;
  readonly threshold?: number | undefined;
  /** Ask for the threshold of a preset instead. */
  readonly careful: boolean;
  readonly thorough: boolean;
  readonly model?: string | undefined;
}

/** A probability as it is typed on a command line. */
const Probability = z
  .string()
  .refine((text) => /^(0?\.\d+|[01](\.0*)?)$/.test(text), "must be a number from 0 to 1")
  .transform(Number);

/** A count as it is typed on a command line. */
export const WHOLE_NUMBER: z.ZodType<number> = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a whole number above 0")
  .transform(Number);

/** How each of the {@link DecisionFlags} is checked. */
export const DECISION_FLAGS: {
  readonly [Name in keyof DecisionFlags]-?: z.ZodType<DecisionFlags[Name]>;
} = {
  format: z.enum(FORMAT_NAMES).optional(),
  textKey: z.string().min(1, "must not be empty").default("text"),
  encoding: z.enum(ENCODING_NAMES).optional(),
  threshold: Probability.optional(),
  careful: z.boolean().default(false),
  thorough: z.boolean().default(false),
  model: z.string().optional(),
};

/** The threshold that flags ask for, by number or by preset; undefined for the model's own. */
export function thresholdOf({
  threshold,
  careful,
  thorough,
}: Pick<DecisionFlags, "threshold" | "careful" | "thorough">): number | undefined {
  if (careful) return PRESETS.careful;
  return thorough ? PRESETS.thorough : threshold;
}

/**
 * Flags as commander read them, checked.
 *
 * @throws {UsageFault} names the flag, what must hold and what was given.
 */
export function parseFlags<T>(schema: z.ZodType<T>, flags: Readonly<Record<string, unknown>>): T {
  const parsed = schema.safeParse(flags);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${flag} ${message}, got "${String(flags[key])}"`;
  });
  throw new UsageFault(faults.join("; "));
}
