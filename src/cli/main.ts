#!/usr/bin/env node
import { keepCompiledCode } from "../io/keep-compiled-code.ts";

/** After the first interrupt, the next one ends the process as ever. */
function onInterrupt(listen: () => void): () => void {
  process.once("SIGINT", listen);
  return () => process.off("SIGINT", listen);
}

async function main(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, onInterrupt });
}

keepCompiledCode();
void main();
