import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { openProgressDisplay } from "../../src/cli/progress-display.ts";

const START = { share: 0.5, bytes: 10, documents: 3, cut: 1, rejected: 0, elapsedMs: 1000 };

function createStream(isTTY: boolean, columns = 80) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns }), text: () => text };
}

test("elsewhere than on a terminal there is a line every 30 s", async () => {
  const { stream, text } = createStream(false);
  const display = await openProgressDisplay(stream);
  for (const elapsedMs of [1000, 29_999, 30_000, 59_000, 60_001]) {
    display.update({ ...START, elapsedMs });
  }
  display.stop();
  expect(text().split("\n")).toEqual([
    "tapis: 50 %, 10 B, 3 documents, 0 a second, 1 cut, 30 s left",
    "tapis: 50 %, 10 B, 3 documents, 0 a second, 1 cut, 60 s left".replace("60 s", "1 min"),
    "",
  ]);
});

test("on a terminal there is a line that changes, no longer than the screen is wide", async () => {
  const { stream, text } = createStream(true, 20);
  const display = await openProgressDisplay(stream);
  display.update(START);
  display.note("tapis: a message");
  display.update({ ...START, share: 0.75 });
  display.stop();
  expect(text()).toContain("tapis: 50 %, 10 B,");
  expect(text().indexOf("75 %")).toBeGreaterThan(text().indexOf("a message"));
  expect(text()).not.toContain("documents");
  expect(text()).toContain("tapis: a message\n");
});

test("a terminal can be written to as if it were none", async () => {
  const { stream, text } = createStream(true);
  const display = await openProgressDisplay(stream, { isPlain: true });
  display.update(START);
  display.stop();
  expect(text()).toBe("");
});
