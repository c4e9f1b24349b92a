import { defineConfig } from "rolldown";

/**
 * The command in few files, with only what it uses of zod and commander: a process that is started for one article spends most of its
 * time on finding and compiling files. Everything else stays a package, and the library in `dist` is what `tsc` writes.
 */
export default defineConfig({
  input: { tapis: "src/cli/main.ts", "clean-worker": "src/pipeline/clean-worker.ts" },
  platform: "node",
  external: (id) => !/^[./]|^node:|^zod|^commander/.test(id) && !id.startsWith("/"),
  output: {
    // As deep as the folders of src: paths to the model and to package.json are counted from here.
    dir: "dist/bin",
    format: "esm",
    chunkFileNames: "[name]-[hash].js",
  },
});
