import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { test as plainTest } from "vitest";

/** A folder of a test's own, gone when the test is over. */
export interface Scratch {
  /** Absolute path of a name in the folder. */
  at(name: string): string;
  /** The same as a `file:` URL. */
  url(name: string): URL;
  /** Writes a file, with the folders it needs, and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** The text of a file. */
  read(name: string): Promise<string>;
  /** The names of all files, hidden ones too, with their folders, in order. */
  list(): Promise<string[]>;
}

/** Vitest's `test`, with a scratch folder for tests that ask for one. */
export const test = plainTest.extend<{ scratch: Scratch }>({
  // Vitest reads the names of fixtures from the pattern.
  // oxlint-disable-next-line no-empty-pattern
  scratch: async ({}, use) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "tapis-test-")));
    await use(openScratch(folder));
    await rm(folder, { recursive: true });
  },
});

function openScratch(folder: string): Scratch {
  const at = (name: string): string => join(folder, name);
  return {
    at,
    url: (name) => pathToFileURL(at(name)),
    async write(name, content) {
      await mkdir(dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
      return at(name);
    },
    read: (name) => readFile(at(name), "utf8"),
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory());
      return files
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted();
    },
  };
}
