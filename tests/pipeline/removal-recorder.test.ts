import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanBlock, PLAIN_RULES } from "../../src/pipeline/clean-block.ts";
import { RemovalRecorder } from "../../src/pipeline/removal-recorder.ts";
import { divideBytes } from "../clean-bytes.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

/** What is recorded of JSON Lines that come cut at these places. */
async function record(bytes: Buffer, places: readonly number[]): Promise<string> {
  const recorder = new RemovalRecorder({
    path: "a.jsonl",
    name: "a.jsonl",
    cleaned: "a.jsonl",
    from: "changes",
    encoding: "utf-8",
    cleanedEncoding: "utf-8",
  });
  let records = recorder.start();
  const origin = { name: "a.jsonl", format: "jsonl", options: { textKey: "text" } } as const;
  const rules = { ...PLAIN_RULES, listsChanges: true };
  for (const block of await divideBytes("jsonl", bytes, { places })) {
    const cleaned = await cleanBlock({ ...block, ...origin, rules }, standInCleaner);
    records += recorder.add(block.bytes, cleaned);
  }
  for await (const last of recorder.finish()) records += last;
  return records;
}

test("what is recorded does not depend on where blocks begin", async () => {
  const line = fc.constantFrom('{"text":"news"}', '{"text":"a\\nslot\\nb\\nslot"}', "no JSON", "");
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(200)), async (lines, places) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
      expect(await record(bytes, places)).toBe(await record(bytes, []));
    }),
  );
});
