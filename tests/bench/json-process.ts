import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { measureWork } from "./measure.ts";

// What JSON Lines cost at the least. `json-process stream FILE` parses each line and writes it again;
// `json-process memory FILE RUNS` does so with lines that are in memory already, and prints the milliseconds that it took.

const BLOCK_BYTES = 1 << 20;

const [, , mode, path = "", runs = "5"] = process.argv;
if (mode === "memory") {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  let length = 0;
  const elapsedMs = measureWork(() => {
    for (const line of lines) length += roundTrip(line).length;
  }, Number(runs));
  // The length is used, so that no compiler may leave the work out.
  console.log(JSON.stringify({ elapsedMs, length }));
} else {
  streamLines(path);
}

function roundTrip(line: string): string {
  const value: unknown = JSON.parse(line);
  return JSON.stringify(value);
}

function streamLines(from: string): void {
  const file = openSync(from, "r");
  const block = new Uint8Array(BLOCK_BYTES);
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
    const lines = (rest + decoder.write(Buffer.from(block.subarray(0, read)))).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) writeSync(process.stdout.fd, `${lines.map(roundTrip).join("\n")}\n`);
  }
  if (rest !== "") writeSync(process.stdout.fd, `${roundTrip(rest)}\n`);
  closeSync(file);
}
