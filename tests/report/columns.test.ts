import { expect, test } from "vitest";
import { formatColumns, shorten } from "../../src/report/columns.ts";

test("the first column stands on the left, the others on the right of theirs", () => {
  const columns = [
    { title: "name", width: 6 },
    { title: "n", width: 5 },
  ];
  expect(
    formatColumns(columns, [
      ["a", "12"],
      ["too long", "3"],
    ]),
  ).toEqual(["name      n", "a        12", "t…long    3"]);
});

test("a number that is wider than its column keeps its distance", () => {
  const columns = [
    { title: "", width: 2 },
    { title: "", width: 3 },
  ];
  expect(formatColumns(columns, [["a", "12345"]])).toEqual(["", "a  12345"]);
});

test("a text is shortened in the middle, by code points", () => {
  expect(shorten("abcdefghij", 7)).toBe("ab…ghij");
  expect(shorten("𝐬𝐥𝐨𝐭𝐬𝐥𝐨𝐭", 7)).toBe("𝐬𝐥…𝐬𝐥𝐨𝐭");
  expect(shorten("𝐬𝐥𝐨𝐭", 4)).toBe("𝐬𝐥𝐨𝐭");
});
