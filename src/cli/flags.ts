import * as z from "zod/mini";
import { check } from "../core/check.ts";
import { ENCODING_NAMES } from "../formats/encoding/encoding.ts";
import { FORMAT_NAMES } from "../formats/format-names.ts";
import type { DecisionFlags } from "./decision-flags.ts";
import { UsageFault } from "./usage-fault.ts";

/** A probability as it is typed on a command line. */
const Probability = z.pipe(
  z.string().check(z.regex(/^(0?\.\d+|[01](\.0*)?)$/, "must be a number from 0 to 1")),
  z.transform(Number),
);

/** A count as it is typed on a command line. */
export const WHOLE_NUMBER: z.ZodMiniType<number> = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}$/, "must be a whole number above 0")),
  z.transform(Number),
);

/** How each of the {@link DecisionFlags} is checked. */
export const DECISION_FLAGS: {
  readonly [Name in keyof DecisionFlags]-?: z.ZodMiniType<DecisionFlags[Name]>;
} = {
  format: z.optional(z.enum(FORMAT_NAMES)),
  textKey: z._default(z.string().check(z.minLength(1, "must not be empty")), "text"),
  encoding: z.optional(z.enum(ENCODING_NAMES)),
  threshold: z.optional(Probability),
  careful: z._default(z.boolean(), false),
  thorough: z._default(z.boolean(), false),
  model: z.optional(z.string()),
};

/**
 * Flags as commander read them, checked.
 *
 * @throws {UsageFault} names the flag, what must hold and what was given.
 */
export function parseFlags<T>(
  schema: z.ZodMiniType<T>,
  flags: Readonly<Record<string, unknown>>,
): T {
  const parsed = check(schema, flags);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${flag} ${message}, got "${String(flags[key])}"`;
  });
  throw new UsageFault(faults.join("; "));
}
