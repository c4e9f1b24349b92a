import { expect, test } from "vitest";
import { LATIN_BY_LOOK_ALIKE } from "../../../src/core/text/look-alikes.ts";

test("each look-alike is one lower-case code unit, other than a basic Latin letter", () => {
  for (const [other, latin] of LATIN_BY_LOOK_ALIKE) {
    expect(latin).toMatch(/^[a-z]$/u);
    expect(other).toHaveLength(1);
    expect(other).not.toMatch(/[a-z]/u);
    expect(other.toLowerCase()).toBe(other);
  }
});

test("the Cyrillic and Greek letters that are drawn like Latin ones are known", () => {
  expect(Array.from("аеіорсухо", (letter) => LATIN_BY_LOOK_ALIKE.get(letter)).join("")).toBe(
    "aeiopcyxo",
  );
  expect(Array.from("αουνκ", (letter) => LATIN_BY_LOOK_ALIKE.get(letter)).join("")).toBe("aouvk");
});
