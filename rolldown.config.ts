import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { defineConfig, type OutputOptions, type Plugin, type RolldownOptions } from "rolldown";

/** The modules of the library that a program can import, by their names in `dist/lib`; see `exports` in `package.json`. */
const LIBRARY = {
  index: "src/index.ts",
  browser: "src/browser.ts",
  node: "src/node.ts",
};

/** What the threads of the library run. */
const LIBRARY_THREADS = { "document-worker": "src/pipeline/document-worker.ts" };

/** The command, and what its threads run, by their names in `dist/bin`. */
const COMMAND = {
  tapis: "src/cli/main.ts",
  "clean-worker": "src/pipeline/clean-worker.ts",
};

/** Where `tsc -p tsconfig.build.json` writes. */
const DECLARATIONS = "node_modules/.declarations";

/** Packages that stay packages: they find files of their own, or are not installed by everybody. */
const EXTERNAL = /^(piscina|natural|@bokuweb\/zstd-wasm)(\/|$)/;

/** What one article on standard input needs; it makes one file, with all that it needs itself. */
const FIRST_NEEDED =
  /[\\/]src[\\/](cli[\\/]run|pipeline[\\/]load-text-cleaner|formats[\\/]plain)\.ts$/;

/** Commander loads this for commands that are programs of their own, of which there are none here. */
const withoutPrograms: Plugin = {
  name: "without-programs",
  resolveId(source, importer) {
    const isCommander = /[\\/]commander[\\/]/.test(importer ?? "");
    return isCommander && source === "node:child_process" ? "\0none" : undefined;
  },
  load: (id) => (id === "\0none" ? "export {}" : undefined),
};

/** Has Node read the files as CommonJS, which it starts some milliseconds sooner. */
const commonJs: Plugin = {
  name: "common-js",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{"type":"commonjs"}\n' });
  },
};

/** Puts the declarations of the library beside it, and none that nobody can import: `tsc` has written those of all files. */
const declarations: Plugin = {
  name: "declarations",
  generateBundle() {
    const paths = new Set(Object.keys(LIBRARY).map((name) => `${name}.d.ts`));
    for (const path of paths) {
      const source = readFileSync(join(DECLARATIONS, path), "utf8");
      this.emitFile({ type: "asset", fileName: path, source });
      for (const [, imported] of source.matchAll(/(?:from|import\() ?"(\.[^"]+)\.ts"/g)) {
        paths.add(posix.join(posix.dirname(path), `${imported}.d.ts`));
      }
    }
  },
};

/** Puts the licences of the packages that are bundled beside what they are bundled into. */
const licences: Plugin = {
  name: "licences",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
    const folders = chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []);
    const source = [...new Set(folders)].toSorted().map(licenceOf).join("\n\n");
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: `${source}\n` });
  },
};

function licenceOf(folder: string): string {
  const name = folder.replace(/^.*[\\/]node_modules[\\/]/, "").replaceAll("\\", "/");
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const manifest = join(folder, "package.json");
  if (file === undefined || !existsSync(manifest)) throw new Error(`${name}: has no licence`);
  return `== ${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}

const SHARED: RolldownOptions = {
  platform: "node",
  external: EXTERNAL,
  checks: { ineffectiveDynamicImport: false },
};
// Files lie as deep as the folders of src: paths to the model and to package.json are counted from them.
const OUTPUT: OutputOptions = { comments: false, chunkFileNames: "[name]-[hash].js" };

const library: RolldownOptions = {
  ...SHARED,
  input: { ...LIBRARY, ...LIBRARY_THREADS },
  plugins: [declarations, licences],
  output: { ...OUTPUT, dir: "dist/lib", format: "esm" },
};

const command: RolldownOptions = {
  ...SHARED,
  input: COMMAND,
  plugins: [withoutPrograms, commonJs, licences],
  preserveEntrySignatures: "allow-extension",
  output: {
    ...OUTPUT,
    // Shorter code is read sooner; the names of functions stay for reports of faults.
    minify: { compress: true, mangle: { keepNames: true }, codegen: true },
    dir: "dist/bin",
    format: "cjs",
    codeSplitting: { groups: [{ name: "first-needed", test: FIRST_NEEDED }] },
  },
};

/**
 * The package in few files, with only what it uses of the libraries that are bundled: a process that is started for one article
 * spends most of its time on finding and compiling files.
 */
export default defineConfig([library, command]);
