import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Bench, processPath } from "./bench.ts";
import { type Command, hasProgram, runCommand } from "./run-command.ts";

/** Programs that read the same file and do next to nothing with it: nobody can be faster. */
export function limitCommands(bench: Bench, path: string): Command[] {
  const stdout = join(bench.scratch, "limit");
  return ["cat", "wc"]
    .filter((program) => hasProgram(program))
    .map((program) => ({
      name: program === "wc" ? "wc -w" : program,
      program,
      args: program === "wc" ? ["-w", path] : [path],
      stdout,
      isPinned: true,
    }));
}

/** A process that parses each line of JSON and writes it again. */
export function jsonCommand(bench: Bench, path: string): Command {
  return {
    name: "JSON.parse + JSON.stringify, a process",
    program: process.execPath,
    args: [processPath("json-process"), "stream", path],
    stdout: join(bench.scratch, "limit"),
    isPinned: true,
  };
}

const Answer = z.object({ elapsedMs: z.number() });

/**
 * Milliseconds that parsing each line and making it a string again takes when the lines are in memory: no starting, no
 * reading, no writing. Median over runs, on one core.
 */
export async function measureJson(bench: Bench, path: string): Promise<number> {
  const stdout = join(bench.scratch, "json-answer");
  await runCommand({
    name: "JSON",
    program: process.execPath,
    args: [processPath("json-process"), "memory", path, String(bench.runCount)],
    stdout,
    isPinned: true,
  });
  return Answer.parse(JSON.parse(await readFile(stdout, "utf8"))).elapsedMs;
}
