import { expect, test } from "vitest";
import { PRESETS } from "../../../src/core/clean/presets.ts";
import { loadModel } from "../../../src/pipeline/load-model.ts";

test("careful cuts less than the model's own threshold, thorough more", async () => {
  const { threshold } = await loadModel();
  expect(PRESETS.careful).toBeGreaterThan(threshold);
  expect(PRESETS.thorough).toBeLessThan(threshold);
  expect(PRESETS.careful).toBeLessThan(1);
});
