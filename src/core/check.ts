import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";

const { localeError } = english();

/** The value, as its schema gives it, or what is wrong with it. */
export type Checked<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: z.core.$ZodError };

/**
 * Checks a value that came from outside. Messages are in English whatever language a program has set for its own use of zod, and
 * nothing is compiled at run time, which the security policy of a page may forbid.
 */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown): Checked<T> {
  return schema.safeParse(value, { error: localeError, jitless: true });
}
