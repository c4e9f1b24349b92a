import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gzip } from "../../src/io/gzip.ts";

test("what was packed is unpacked", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(Uint8Array.from(gunzipSync(gzip(bytes)))).toEqual(bytes);
    }),
  );
});

test("packs", () => {
  expect(gzip(new Uint8Array(10_000)).length).toBeLessThan(100);
});
