import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Plugin, RolldownOptions } from "rolldown";
import { parseModel } from "./src/core/model/model.ts";
import { parseExamples } from "./src/demo/examples.ts";
import { renderDemo } from "./src/demo/page.ts";

/** Makes one page of the program: with the style, the model and the examples in it, and without the program beside it. */
const demoPage: Plugin = {
  name: "demo-page",
  async generateBundle(_options, bundle) {
    const model = await readFile("models/tapis.model");
    for (const [name, output] of Object.entries(bundle)) {
      if (output.type !== "chunk") continue;
      delete bundle[name];
      this.emitFile({
        type: "asset",
        fileName: "demo.html",
        source: renderDemo({
          script: output.code,
          model: model.toString("base64"),
          threshold: parseModel(model).threshold,
          examples: parseExamples(await readFile("data/examples/documents.jsonl", "utf8")),
          firstExample: "id-dengue-season-spam-head",
          sha256: (text) => createHash("sha256").update(text).digest("base64"),
        }),
      });
    }
  },
};

/** The demo page, `cleaned/demo.html`. */
export default {
  input: "src/demo/main.ts",
  platform: "browser",
  // The package says that no file of it does anything when it is imported; this one does.
  treeshake: { moduleSideEffects: [{ test: /without-eval\.ts$/u, sideEffects: true }] },
  output: { dir: "cleaned", format: "iife", minify: true },
  plugins: [demoPage],
} satisfies RolldownOptions;
