import { symlink } from "node:fs/promises";
import { describe, expect } from "vitest";
import { type Scratch, test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

async function outputs(scratch: Scratch): Promise<string[]> {
  return (await scratch.list()).filter(
    (name) => name.startsWith("out/") && !name.includes("ledger"),
  );
}

describe("--files-from", () => {
  test("takes the paths of a list, whatever they are called", async ({ scratch }) => {
    const names = ["in/a b.txt", "in/-q.txt", "in/[1]*{x}.txt", "in/new\nline.txt", "in/é.txt"];
    for (const name of names) await scratch.write(name, "slot\nnews");
    await scratch.write("in/not listed.txt", "slot");
    const stdin = names.map((name) => `${scratch.at(name)}\0`).join("");
    const args = ["clean", "--files-from", "-", "--out", scratch.at("out")];
    const { exitCode } = await runCli(args, { stdin });
    expect(exitCode).toBe(0);
    expect(await outputs(scratch)).toEqual(
      names.map((name) => name.replace("in", "out")).toSorted(),
    );
  });

  test("names a file that does not exist, and does the others", async ({ scratch }) => {
    const path = await scratch.write("in/a.txt", "slot\nnews");
    const list = await scratch.write("list", `${scratch.at("in/none.txt")}\n${path}\n`);
    const args = ["clean", "--files-from", list, "--out", scratch.at("out")];
    const { exitCode, stderr } = await runCli(args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`tapis: ${scratch.at("in/none.txt")}: no such file\n`);
    expect(await scratch.read("out/a.txt")).toBe("news");
  });

  test("goes together with paths", async ({ scratch }) => {
    const first = await scratch.write("in/a.txt", "a");
    const list = await scratch.write("list", await scratch.write("in/deep/b.txt", "b"));
    await runCli(["clean", first, "--files-from", list, "--out", scratch.at("out")]);
    expect(await outputs(scratch)).toEqual(["out/a.txt", "out/deep/b.txt"]);
  });
});

test("--ignore leaves files out", async ({ scratch }) => {
  for (const name of ["a.txt", "b.json", "deep/c.txt", "deep/er/d.txt"]) {
    await scratch.write(`in/${name}`, '{"text":""}');
  }
  const args = ["clean", scratch.at("in"), "--out", scratch.at("out")];
  await runCli([...args, "--ignore", "**/*.json", "deep/er/**"]);
  expect(await outputs(scratch)).toEqual(["out/a.txt", "out/deep/c.txt"]);
});

test("links in a folder are left alone, loops too; one that is named is followed", async ({
  scratch,
}) => {
  await scratch.write("in/a.txt", "slot\nnews");
  await scratch.write("elsewhere/secret.txt", "slot\nnews");
  await symlink(scratch.at("elsewhere"), scratch.at("in/folder"));
  await symlink(scratch.at("elsewhere/secret.txt"), scratch.at("in/link.txt"));
  await symlink(scratch.at("in"), scratch.at("in/loop"));
  await runCli(["clean", scratch.at("in"), "--out", scratch.at("out")]);
  expect(await outputs(scratch)).toEqual(["out/a.txt"]);
  await runCli(["clean", scratch.at("in/link.txt"), "--out", scratch.at("out")]);
  expect(await scratch.read("out/link.txt")).toBe("news");
});

describe("--shard", () => {
  test("takes every so many of the files, and all shards take all", async ({ scratch }) => {
    for (const name of ["a", "b", "c", "d", "e"])
      await scratch.write(`in/${name}.txt`, "slot\nnews");
    const args = ["clean", scratch.at("in"), "--out", scratch.at("out")];
    await runCli([...args, "--shard", "1/3"]);
    expect(await outputs(scratch)).toEqual(["out/b.txt", "out/e.txt"]);
    await runCli([...args, "--shard", "0/3"]);
    await runCli([...args, "--shard", "2/3"]);
    expect(await outputs(scratch)).toHaveLength(5);
  });

  test("divides a single file of lines; the parts one behind the other are the whole", async ({
    scratch,
  }) => {
    const lines = Array.from({ length: 100 }, (_, row) =>
      row % 7 === 0 ? `no JSON ${row}\n` : `{"text":"news\\nslot","n":${row}}\n`,
    );
    const path = await scratch.write("in/big.jsonl", lines.join(""));
    const args = ["clean", path, "--out", scratch.at("out")];
    const side = (share: string) => ["--rejects", scratch.at(`rejects${share}`)];
    await runCli([...args, ...side("")]);
    let whole = "";
    let rejects = "";
    for (const index of [0, 1, 2]) {
      await runCli([...args, ...side(String(index)), "--shard", `${index}/3`]);
      whole += await scratch.read(`out/big.${index}-of-3.jsonl`);
      rejects += await scratch.read(`rejects${index}`);
    }
    expect(whole).toBe(await scratch.read("out/big.jsonl"));
    expect(rejects).toBe(await scratch.read("rejects"));
  });

  test.for(["3/3", "1", "-1/3", "a/b", "0/0"])("cannot be %s", async (share, { scratch }) => {
    const path = await scratch.write("a.txt", "");
    const { stderr, exitCode } = await runCli(["clean", path, "--dry-run", "--shard", share]);
    expect(stderr).toContain("--shard must be a share such as 0/3, counted from 0");
    expect(exitCode).toBe(2);
  });
});
