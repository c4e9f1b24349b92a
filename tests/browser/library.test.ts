import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import type { OutputChunk } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCleaner } from "../../src/pipeline/from-files.ts";
import { bundleForBrowser } from "./bundle.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);

/**
 * Most that the parts of the bundle may weigh, minified and packed with gzip, in bytes. What is not HTML is everything that
 * `loadCleaner()` loads beside the model; the rest is loaded by `loadCleaner({ html: true })`. Raise them with a reason only.
 */
const MOST_BYTES = { core: 46_000, html: 49_000 };

const NEWS = "Harga beras naik di pasar induk pekan ini, kata kepala dinas perdagangan kota.";
const SPAM =
  "Daftar situs slot gacor terpercaya hari ini, bonus new member 100% dan RTP live tertinggi.";
const TEXT = `${NEWS}\n\n${SPAM}\n\n${SPAM}`;

describe("tapis/browser, bundled", () => {
  let chunks: OutputChunk[] = [];
  beforeAll(async () => {
    chunks = await bundleForBrowser({ format: "esm" });
  });

  test("imports nothing of Node.js, and nothing that is not in the bundle", () => {
    const names = chunks.map(({ fileName }) => fileName);
    for (const { imports, dynamicImports, code, moduleIds } of chunks) {
      expect(names).toEqual(expect.arrayContaining([...imports, ...dynamicImports]));
      expect(code).not.toMatch(/["'`]node:/);
      expect(moduleIds.filter((id) => /\/src\/(io|pipeline|cli)\//.test(id))).toEqual([]);
    }
  });

  test("stays within its size", () => {
    const isHtml = ({ moduleIds }: OutputChunk): boolean =>
      moduleIds.some((id) => id.includes("/parse5/"));
    const weigh = (parts: readonly OutputChunk[]): number =>
      parts.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    const sizes = {
      core: weigh(chunks.filter((chunk) => !isHtml(chunk))),
      html: weigh(chunks.filter(isHtml)),
    };
    console.log(`tapis/browser: ${JSON.stringify(sizes)} bytes, minified and packed with gzip`);
    expect(sizes.core).toBeLessThanOrEqual(MOST_BYTES.core);
    expect(sizes.html).toBeLessThanOrEqual(MOST_BYTES.html);
    expect(sizes.html).toBeGreaterThan(0);
  });
});

test("the bundle runs where there is nothing but what browsers and edge runtimes have", async () => {
  const [script] = await bundleForBrowser({ format: "iife" });
  const context = createContext({
    TextDecoder,
    TextEncoder,
    URL,
    AbortController,
    AbortSignal,
    DOMException,
    TransformStream,
    ReadableStream,
    performance,
    setTimeout,
    bytes: await readFile("models/tapis.model"),
    text: TEXT,
  });
  runInContext(script?.code ?? "", context);
  const answer: unknown = await runInContext(
    `(async () => {
      const cleaner = await tapis.loadCleaner({ model: bytes, html: true });
      const streamed = [];
      for await (const { document } of tapis.cleanDocuments([{ text }], { cleaner })) streamed.push(document.text);
      return JSON.stringify({
        globals: [typeof process, typeof Buffer, typeof require],
        unfound: await tapis.loadCleaner().catch(({ code, message }) => [code, message]),
        text: cleaner.clean(text),
        html: cleaner.clean({ html: "<p>" + text.replaceAll("\\n\\n", "<p>") }).html,
        streamed,
      });
    })()`,
    context,
  );
  const cleaner = await loadCleaner({ html: true });
  expect(JSON.parse(String(answer))).toEqual({
    globals: ["undefined", "undefined", "undefined"],
    unfound: [
      "ERR_INPUT_READ",
      "loadCleaner: the model of the package is not beside this code; give loadCleaner the bytes of the model, or its URL",
    ],
    text: structuredClone(cleaner.clean(TEXT)),
    html: cleaner.clean({ html: `<p>${TEXT.replaceAll("\n\n", "<p>")}` }).html,
    streamed: [NEWS],
  });
});

/** Cleans what it is sent in a worker of a page, with the model that it finds beside the package. */
const WORKER = `
  import { loadCleaner } from "./tapis.js";
  const loading = loadCleaner({ html: true });
  onmessage = async ({ data }) => {
    const cleaner = await loading;
    postMessage({ text: cleaner.clean(data), html: cleaner.clean({ html: "<p>" + data }).html });
  };`;

describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
  let server: Server;
  let base = "";

  beforeAll(async () => {
    const files = new Map<string, string | Uint8Array>();
    for (const { fileName, code } of await bundleForBrowser({ format: "esm" })) {
      files.set(`/app/assets/${fileName}`, code);
    }
    files.set("/app/assets/worker.js", WORKER);
    files.set("/models/tapis.model", await readFile("models/tapis.model"));
    files.set("/", "<!doctype html><title>page</title>");
    server = createServer((request, response) => {
      const path = request.url ?? "";
      const content = files.get(path);
      response.writeHead(content === undefined ? 404 : 200, {
        "content-type": path.endsWith(".js") ? "text/javascript" : "text/html",
        // No code may be made of strings.
        "content-security-policy": "default-src 'self'",
      });
      response.end(content);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (typeof address === "object" && address !== null) base = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("a worker cleans texts and pages, with the model fetched from beside the bundle", async () => {
    const browser = await chromium.launch({
      ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
      args: ["--no-sandbox"],
      timeout: 120_000,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${base}/`);
      const answer: unknown = await page.evaluate(
        `new Promise((resolve, reject) => {
          const worker = new Worker("/app/assets/worker.js", { type: "module" });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(${JSON.stringify(TEXT)});
        })`,
      );
      const cleaner = await loadCleaner({ html: true });
      expect(answer).toEqual({
        text: structuredClone(cleaner.clean(TEXT)),
        html: cleaner.clean({ html: `<p>${TEXT}` }).html,
      });
    } finally {
      await browser.close();
    }
  });
});
