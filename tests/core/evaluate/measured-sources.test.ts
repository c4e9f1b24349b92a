import fc from "fast-check";
import { expect, test } from "vitest";
import {
  measuredSource,
  ownerOf,
  ownNameOfMeasured,
} from "../../../src/core/evaluate/measured-sources.ts";

test("a source that is measured on keeps its own name beside the mark", () => {
  expect(measuredSource("situs.id")).toBe("situs.id (measured)");
  expect(ownNameOfMeasured("situs.id (measured)")).toBe("situs.id");
});

test("any name comes back", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(ownNameOfMeasured(measuredSource(name))).toBe(name);
    }),
  );
});

test.each(["", "situs.id", "measured", "(measured) situs.id", "situs.id (measured)/halaman"])(
  "%j is not measured on",
  (name) => {
    expect(ownNameOfMeasured(name)).toBeUndefined();
  },
);

test.each([
  ["pemilik/situs", "pemilik"],
  ["pemilik/situs (measured)", "pemilik (measured)"],
  ["pemilik (measured)", "pemilik (measured)"],
  ["situs.id", "situs.id"],
  ["", ""],
])("the owner of %j is %j", (source, owner) => {
  expect(ownerOf(source)).toBe(owner);
});
