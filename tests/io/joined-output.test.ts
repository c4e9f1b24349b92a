import { expect, test } from "vitest";
import { joinFiles } from "../../src/io/joined-output.ts";

async function join(files: readonly (readonly (string | Uint8Array)[])[]): Promise<string> {
  let joined = "";
  const openNext = joinFiles({
    write: async (content) => void (joined += Buffer.from(content).toString()),
    commit: async () => {},
    discard: async () => {},
  });
  for (const contents of files) {
    const output = openNext();
    for (const content of contents) await output.write(content);
    await output.commit();
  }
  return joined;
}

test("files with line feeds follow one another as they are", async () => {
  expect(await join([["a\n", "b\n"], ["c\n"]])).toBe("a\nb\nc\n");
});

test("a file without a line feed at its end gets one before the next", async () => {
  expect(await join([["a\n", "b"], ["c"]])).toBe("a\nb\nc");
});

test("an empty file adds nothing", async () => {
  expect(await join([[], ["a"], [], [""], ["b\n"]])).toBe("a\nb\n");
});

test("a file may begin with nothing", async () => {
  expect(await join([["a"], ["", "b"]])).toBe("a\nb");
});

test("a byte order mark is kept at the very start only", async () => {
  expect(await join([["\uFEFFa\n"], [Buffer.from("\uFEFFb\n")]])).toBe("\uFEFFa\nb\n");
});
