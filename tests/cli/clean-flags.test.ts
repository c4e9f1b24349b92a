import { expect, test } from "vitest";
import { checkCleanFlags } from "../../src/cli/check-clean-flags.ts";
import { NO_CLEAN_FLAGS, parseCleanFlags } from "../../src/cli/clean-flags.ts";

const SWITCHES = ["careful", "thorough", "inPlace", "dropEmpty", "resume", "dryRun", "quiet"];

test("flags without a value are taken as the full check takes them", async () => {
  for (const name of [undefined, ...SWITCHES]) {
    const flags = { ...NO_CLEAN_FLAGS, ...(name !== undefined && { [name]: true }) };
    expect(await parseCleanFlags(flags)).toEqual(checkCleanFlags(flags));
  }
});

test("flags with a value are checked in full", async () => {
  expect(await parseCleanFlags({ ...NO_CLEAN_FLAGS, jobs: "3" })).toMatchObject({ jobs: 3 });
  await expect(parseCleanFlags({ ...NO_CLEAN_FLAGS, jobs: "none" })).rejects.toThrow(
    '--jobs must be a whole number from 1 to 999, got "none"',
  );
  await expect(parseCleanFlags({ textKey: "" })).rejects.toThrow("--text-key must not be empty");
});
