import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { openStreamOutput, PipeClosed } from "../../src/io/stream-output.ts";

function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`${code}: it broke, write`), { code }));
    },
  });
}

test("a write waits while the reader is behind", async () => {
  const taken: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      taken.push(done);
    },
  });
  let isWritten = false;
  const writing = openStreamOutput(stream, "stdout")
    .write("abc")
    .then(() => (isWritten = true));
  await setImmediate();
  expect(isWritten).toBe(false);
  taken[0]?.();
  await writing;
  expect(isWritten).toBe(true);
});

test("a commit waits until all has left, and leaves the stream open", async () => {
  let received = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      void setImmediate().then(() => {
        received += String(chunk);
        done();
      });
    },
  });
  const output = openStreamOutput(stream, "stdout");
  await output.write("a");
  await output.write("b");
  await output.commit();
  expect(received).toBe("ab");
  expect(stream.writable).toBe(true);
});

test("a reader that has gone is told from a fault", async () => {
  const output = openStreamOutput(failing("EPIPE"), "stdout");
  await expect(output.write("a").then(() => output.commit())).rejects.toThrow(PipeClosed);
  await expect(output.write("b")).rejects.toThrow(PipeClosed);
});

test("another fault names the stream", async () => {
  const output = openStreamOutput(failing("ENOSPC"), "standard output");
  await expect(output.write("a").then(() => output.commit())).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
    message: "standard output: cannot be written: it broke",
  });
});

test("a stream that closes while a write waits ends the wait", async () => {
  const stream = new Writable({ highWaterMark: 1, write: () => {} });
  const writing = openStreamOutput(stream, "stdout").write("abc");
  stream.destroy();
  await expect(writing).rejects.toThrow(PipeClosed);
});
