#!/usr/bin/env node
import { run } from "./run.ts";

/** After the first interrupt, the next one ends the process as ever. */
function onInterrupt(listen: () => void): () => void {
  process.once("SIGINT", listen);
  return () => process.off("SIGINT", listen);
}

const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, onInterrupt });
