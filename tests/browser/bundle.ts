/** The package as a bundler makes it for a browser. */
import { fileURLToPath } from "node:url";
import { type OutputChunk, rolldown } from "rolldown";

const ENTRY = fileURLToPath(new URL("../../src/browser.ts", import.meta.url));

/** What a bundler is told. */
export interface BundleOptions {
  /** `iife` is a script, in one file, that sets `tapis`. */
  readonly format: "esm" | "iife";
}

/** Bundles `tapis/browser`, whole and minified: the chunks, the entry first. */
export async function bundleForBrowser({ format }: BundleOptions): Promise<OutputChunk[]> {
  const bundle = await rolldown({
    input: { tapis: ENTRY },
    platform: "browser",
    // A script has no URL of its own: there, the model must be given.
    ...(format === "iife" && { transform: { define: { "import.meta": "{}" } } }),
    // Rolldown would leave out with a warning what a browser does not have.
    onLog(_level, log) {
      throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({
    format,
    name: "tapis",
    minify: true,
    chunkFileNames: "[name].js",
    ...(format === "iife" && { codeSplitting: false }),
  });
  await bundle.close();
  return output.flatMap((part) => (part.type === "chunk" ? [part] : []));
}
