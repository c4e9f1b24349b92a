import { afterEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { check } from "../../src/core/check.ts";

const SCHEMA = z.strictObject({ count: z.int().check(z.minimum(0)) });

afterEach(() => {
  z.config({ localeError: undefined });
});

test("gives the value as its schema does", () => {
  expect(check(SCHEMA, { count: 3 })).toEqual({ success: true, data: { count: 3 } });
});

test("says what is wrong in English, whatever language the program has set for zod", () => {
  z.config({ localeError: () => "salah" });
  const checked = check(SCHEMA, { count: "3" });
  expect(checked.success ? "" : z.prettifyError(checked.error)).toBe(
    "✖ Invalid input: expected number, received string\n  → at count",
  );
});
