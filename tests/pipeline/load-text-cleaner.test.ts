import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { loadTextCleaner } from "../../src/pipeline/load-text-cleaner.ts";
import { test } from "../scratch.ts";

const NEWS = "Harga beras naik di pasar induk pekan ini, kata kepala dinas perdagangan.";
const SPAM =
  "Daftar situs slot gacor terpercaya hari ini, bonus new member 100% dan RTP live tertinggi.";

test("loads the model that the package brings", async () => {
  const cleaner = await loadTextCleaner();
  expect(cleaner.clean(`${NEWS}\n\n${SPAM}\n`).text).toContain(NEWS);
});

test("loads a model from a path, a URL or bytes alike", async () => {
  const path = "models/tapis.model";
  const models = [path, new URL("../../models/tapis.model", import.meta.url), await readFile(path)];
  const bundled = (await loadTextCleaner()).clean(`${NEWS}\n\n${SPAM}\n`);
  for (const model of models) {
    const cleaner = await loadTextCleaner({ model });
    expect(cleaner.clean(`${NEWS}\n\n${SPAM}\n`)).toEqual(bundled);
  }
});

test("a threshold given at loading is the cleaner's", async () => {
  const cleaner = await loadTextCleaner({ threshold: 0 });
  expect(cleaner.clean(NEWS).cuts).toHaveLength(1);
});

test("names a model that is not there", async ({ scratch }) => {
  const model = scratch.at("none.model");
  await expect(loadTextCleaner({ model })).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: `${model}: no such file`,
  });
});

test("refuses what is not a model", async ({ scratch }) => {
  const model = await scratch.write("a.model", "an article");
  await expect(loadTextCleaner({ model })).rejects.toMatchObject({
    code: "ERR_MODEL_FORMAT",
    message: `${model}: this is not a Tapis model file`,
  });
});
