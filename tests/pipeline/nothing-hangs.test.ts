import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const execute = promisify(execFile);

/** Begins to clean, in each way, what never ends or never comes, and leaves it. What is still open then is printed. */
const SCRIPT = `
  import { Readable } from "node:stream";
  import { pipeline } from "node:stream/promises";
  import { cleanDocuments, cleaningStream, cleaningTransform } from "tapis/node";

  const WAYS = {
    alone: (source, signal) => cleanDocuments(source, { signal }),
    workers: (source, signal) => cleanDocuments(source, { signal, workers: 2 }),
    transform: (source, signal) => {
      const stage = cleaningTransform({ signal, workers: 1 });
      void pipeline(source, stage, { signal }).catch(() => {});
      return stage;
    },
    web: (source, signal) => Readable.toWeb(source).pipeThrough(cleaningStream(), { signal }),
  };
  const endless = () => Readable.from((function* () { for (;;) yield { text: "Berita." }; })());
  const hanging = () => new Readable({ objectMode: true, read() {} });

  const outcomes = [];
  for (const [name, start] of Object.entries(WAYS)) {
    const before = start(endless(), AbortSignal.abort("before"));
    const waiting = new AbortController();
    setTimeout(() => waiting.abort("during"), 300);
    const during = start(hanging(), waiting.signal);
    const between = new AbortController();
    const left = start(endless(), undefined);
    for (const [when, items] of Object.entries({ before, during, between: start(endless(), between.signal), left })) {
      let seen = 0;
      try {
        for await (const item of items) {
          seen += 1;
          if (when === "between" && seen === 3) between.abort("between");
          if (when === "left" && seen === 3) break;
        }
        outcomes.push([name, when, "ended", seen > 0]);
      } catch (error) {
        outcomes.push([name, when, "failed", seen > 0]);
      }
    }
    const after = new AbortController();
    const items = [];
    for await (const item of start(Readable.from([{ text: "Berita." }]), after.signal)) items.push(item);
    after.abort();
    outcomes.push([name, "after", "ended", items.length === 1]);
  }
  process.on("exit", () => console.log(JSON.stringify(outcomes)));
`;

test("a program that left streams in every way ends by itself", async () => {
  const args = ["--input-type=module", "--eval", SCRIPT];
  const { stdout, stderr } = await execute(process.execPath, args, { timeout: 50_000 });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(
    ["alone", "workers", "transform", "web"].flatMap((name) => [
      [name, "before", "failed", false],
      [name, "during", "failed", false],
      [name, "between", "failed", true],
      [name, "left", "ended", true],
      [name, "after", "ended", true],
    ]),
  );
});
