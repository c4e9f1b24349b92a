import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite, type Site } from "../examples/site/serve-site.ts";
import { createInstalledFolder, type InstalledFolder } from "../installed-folder.ts";
import { type CodeBlock, findCodeBlocks } from "./code-blocks.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { runBlock } from "./run-block.ts";

const GUIDES = readdirSync("src/guides").map((name) => `src/guides/${name}`);

/** Code blocks that are not run, each with the reason. */
const NOT_RUN: readonly {
  readonly file: string;
  readonly code: string;
  readonly reason: string;
}[] = [
  {
    file: "README.md",
    code: "npm ci && npm run demo\n",
    reason: "installs from a registry, and builds what this test uses",
  },
  {
    file: "README.md",
    code: "npm ci && npm run check\n",
    reason: "runs this test",
  },
  {
    file: "README.md",
    code: "npm run bench -- command --size 40 --runs 3\n",
    reason: "takes minutes, and measures a machine that does nothing else",
  },
];

const hasPython = spawnSync("python3", ["--version"]).status === 0;

const FILES = ["README.md", ...GUIDES].map((file) => ({
  file,
  blocks: findCodeBlocks(readFileSync(file, "utf8")),
}));

const isNotRun = (file: string, { code }: CodeBlock): boolean =>
  NOT_RUN.some((other) => other.file === file && other.code === code);

const needsPython = ({ language, code }: CodeBlock): boolean =>
  language === "python" || /\bpython3\b/.test(code);

describe.for(FILES)("the code blocks of $file run", { timeout: 180_000 }, ({ file, blocks }) => {
  let site: Site;
  let folder: InstalledFolder;

  beforeAll(async () => {
    site = await serveSite();
    folder = await createInstalledFolder();
    await prepareFolder(folder);
  });
  afterAll(async () => {
    await site.close();
    await folder.remove();
  });

  // One after the other in one folder, as somebody does who follows the text.
  test.for(blocks.filter((block) => !isNotRun(file, block)))(
    "line $line, $language",
    async (block, { skip }) => {
      skip(needsPython(block) && !hasPython, "there is no python3");
      await expect(runBlock(block, folder, site.url)).resolves.toBeUndefined();
    },
  );
});

test("every block that is not run is still there", () => {
  const there = FILES.flatMap(({ file, blocks }) => blocks.map((block) => ({ file, block })));
  const gone = NOT_RUN.filter(
    ({ file, code }) => !there.some((one) => one.file === file && one.block.code === code),
  );
  expect(gone).toEqual([]);
});

const read = (path: string): string => readFileSync(path, "utf8");

test("the guide to Crawlee shows the example that is tested", () => {
  const blocks = findCodeBlocks(read("src/guides/in-a-crawlee-crawler.md"));
  expect(blocks.map(({ code }) => code)).toContain(read("tests/examples/crawlee/crawl.ts"));
});

test("the figures of the guide to thresholds are those of the model card", () => {
  const figures = (path: string): string[] =>
    read(path)
      .split("\n")
      .filter((line) => /^\| 0\.\d/.test(line))
      .map((line) => line.replaceAll(/ +/g, " "));
  expect(figures("src/guides/choose-a-threshold.md")).toEqual(figures("models/README.md"));
});
