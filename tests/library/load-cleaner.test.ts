import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { PRESETS } from "../../src/core/clean/presets.ts";
import { parseModel } from "../../src/core/model/model.ts";
import { loadCleaner as loadFetched } from "../../src/library/from-network.ts";
import { loadCleaner } from "../../src/pipeline/from-files.ts";
import { test } from "../scratch.ts";

const NEWS = "Harga beras naik di pasar induk pekan ini, kata kepala dinas perdagangan kota.";
const SPAM =
  "Daftar situs slot gacor terpercaya hari ini, bonus new member 100% dan RTP live tertinggi.";
const TEXT = `${NEWS}\n\n${SPAM}\n\n${SPAM}`;
const PATH = "models/tapis.model";
const FILE = new URL("../../models/tapis.model", import.meta.url);

/** Serves the model, text that is none, and nothing else. */
const server = createServer((request, response) => {
  if (request.url === "/tapis.model") void readFile(PATH).then((bytes) => response.end(bytes));
  else if (request.url === "/text") response.end("an article");
  else if (request.url === "/slow") response.write("…");
  else response.writeHead(request.url === "/none" ? 404 : 500).end();
});
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (isAddress(address)) base = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function isAddress(address: unknown): address is AddressInfo {
  return typeof address === "object" && address !== null && "port" in address;
}

test("the model may be a path, a URL of any kind, bytes, a buffer, or one that was parsed", async () => {
  const bytes = new Uint8Array(await readFile(PATH));
  const bundled = (await loadCleaner()).clean(TEXT);
  expect(bundled.text).toBe(NEWS);
  const models = [
    PATH,
    FILE,
    FILE.href,
    `${base}/tapis.model`,
    new URL(`${base}/tapis.model`),
    bytes,
    bytes.buffer,
    parseModel(bytes),
  ];
  for (const model of models) {
    expect((await loadCleaner({ model })).clean(TEXT)).toEqual(bundled);
  }
});

test("bytes and URLs of another realm, such as a test runner's, are known too", async () => {
  const bytes = new Uint8Array(await readFile(PATH));
  const foreign: unknown = runInNewContext("new Uint8Array(bytes)", { bytes: [...bytes] });
  expect(foreign).not.toBeInstanceOf(Uint8Array);
  // @ts-expect-error The type of what another realm made is not known.
  expect((await loadCleaner({ model: foreign })).clean(TEXT).text).toBe(NEWS);
});

test("where there are no files, the model is fetched", async () => {
  expect((await loadFetched({ model: `${base}/tapis.model` })).clean(TEXT).text).toBe(NEWS);
  // Node.js fetches no files.
  await expect(loadFetched()).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: expect.stringContaining("give loadCleaner the bytes of the model, or another URL"),
  });
});

test("a preset is a threshold by name", async () => {
  for (const preset of ["careful", "thorough"] as const) {
    expect((await loadCleaner({ preset })).threshold).toBe(PRESETS[preset]);
  }
});

test("pages lose their spam when the cleaner was loaded for them", async () => {
  const cleaner = await loadCleaner({ html: true });
  const page = (paragraphs: string[]): string =>
    `<main>\n${paragraphs.map((text) => `<p class=a>${text}</p>\n`).join("")}</main>`;
  const result = cleaner.clean({ html: page([NEWS, SPAM, SPAM]) });
  expect(result.html).toBe(page([NEWS]).replace("</p>\n<", "</p>\n\n\n<"));
  expect(result.text).toBe(`${NEWS}\n`);
  expect(result.paragraphs.map(({ text, verdict }) => [text, verdict])).toEqual([
    [NEWS, "keep"],
    [SPAM, "cut"],
    [SPAM, "cut"],
  ]);
  expect(JSON.parse(JSON.stringify(result))).toEqual(structuredClone(result));
  expect(Object.isFrozen(result) && Object.isFrozen(result.paragraphs[0]?.evidence)).toBe(true);
  expect(cleaner.clean(TEXT).text).toBe(NEWS);
  // @ts-expect-error Callers from JavaScript have no types.
  expect(() => cleaner.clean({ html: 1 })).toThrow("or { html: string }, got an object with html");
});

describe("what cannot be loaded is named", () => {
  test("a file or a page that is not there", async ({ scratch }) => {
    const model = scratch.at("none.model");
    await expect(loadCleaner({ model })).rejects.toMatchObject({
      code: "ERR_INPUT_MISSING",
      message: `${model}: no such file`,
    });
    await expect(loadCleaner({ model: `${base}/none` })).rejects.toMatchObject({
      code: "ERR_INPUT_MISSING",
      message: expect.stringContaining(`${base}/none: the server answers 404`),
    });
    await expect(loadCleaner({ model: `${base}/broken` })).rejects.toMatchObject({
      code: "ERR_INPUT_READ",
    });
  });

  test("what is not a model", async () => {
    await expect(loadCleaner({ model: `${base}/text` })).rejects.toMatchObject({
      code: "ERR_MODEL_FORMAT",
      message: `${base}/text: this is not a Tapis model file`,
    });
  });
});

describe("options are checked at once", () => {
  const names = "model, html, signal, threshold, preset";
  test.for<[object | null, string]>([
    [{ treshold: 0.5 }, `there is no option "treshold"; there are ${names}`],
    [{ language: "id" }, `there is no option "language"; there are ${names}`],
    [{ preset: "toString" }, 'preset must be "careful" or "thorough", got "toString"'],
    [{ preset: "careful", threshold: 0.5 }, "give threshold or preset, not both"],
    [{ threshold: 2 }, "threshold must be a number from 0 to 1, got 2"],
    [{ html: "yes" }, 'html must be true or false, got "yes"'],
    [{ signal: 1000 }, "signal must be an AbortSignal, got 1000"],
    [
      { model: 7 },
      "model must be a path, a URL, the bytes of a model file, or what parseModel gives, got 7",
    ],
    [null, "the options must be an object, got null"],
    [
      { threshold: 2, html: 1 },
      "html must be true or false, got 1; threshold must be a number from 0 to 1, got 2",
    ],
  ])("%j", async ([options, message]) => {
    // @ts-expect-error Callers from JavaScript have no types.
    await expect(loadCleaner(options)).rejects.toMatchObject({
      name: "TapisError",
      code: "ERR_OPTIONS",
      message: `loadCleaner: ${message}`,
    });
  });

  test("undefined is as good as nothing", async () => {
    const nothing = { model: undefined, html: undefined, threshold: undefined, preset: undefined };
    expect((await loadCleaner(nothing)).clean(TEXT).text).toBe(NEWS);
  });
});

describe("an abort ends the loading with its reason", () => {
  test("before it began", async () => {
    const signal = AbortSignal.abort("enough");
    await expect(loadCleaner({ signal })).rejects.toBe("enough");
  });

  test("while the model is on its way", async () => {
    const controller = new AbortController();
    const loading = loadCleaner({ model: `${base}/slow`, signal: controller.signal });
    setImmediate(() => controller.abort("enough"));
    await expect(loading).rejects.toBe("enough");
  });

  test("and does nothing afterwards", async () => {
    const controller = new AbortController();
    const cleaner = await loadCleaner({ signal: controller.signal });
    controller.abort();
    expect(cleaner.clean(TEXT).text).toBe(NEWS);
  });
});
