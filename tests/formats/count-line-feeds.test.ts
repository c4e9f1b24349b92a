import { expect, test } from "vitest";
import { countLineFeeds } from "../../src/formats/count-line-feeds.ts";

test("counts line feeds wherever they stand", () => {
  expect(countLineFeeds(Buffer.from("\na\r\n\nb\n"))).toBe(4);
  expect(countLineFeeds(Buffer.from("a\rb"))).toBe(0);
  expect(countLineFeeds(new Uint8Array())).toBe(0);
});
