import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carriedOver, editBetween } from "../../src/demo/edit.ts";

const texts = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });

describe("the edit between two lists", () => {
  test("is nothing when they are the same", () => {
    expect(editBetween(["a", "b"], ["a", "b"])).toEqual({ start: 2, removed: 0, added: 0 });
  });

  test("is where they differ", () => {
    const edit = editBetween(["a", "b", "c", "d"], ["a", "x", "y", "z", "d"]);
    expect(edit).toEqual({ start: 1, removed: 2, added: 3 });
  });

  test("counts what repeats once only", () => {
    expect(editBetween(["a", "a"], ["a", "a", "a"])).toEqual({ start: 2, removed: 0, added: 1 });
  });

  test("makes the one of the other", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { start, removed, added } = editBetween(before, after);
        const made = before.toSpliced(start, removed, ...after.slice(start, start + added));
        expect(made).toEqual(after);
      }),
    );
  });
});

describe("what is remembered of paragraphs", () => {
  const before = { texts: ["one", "two is long enough", "three"], marks: [false, true, false] };

  test("stays with those that an edit leaves alone", () => {
    const after = ["zero", "one", "two is long enough", "three"];
    expect(carriedOver(before, after, false)).toEqual([false, false, true, false]);
  });

  test("stays with a paragraph that is typed in", () => {
    const after = ["one", "two is quite long enough", "three"];
    expect(carriedOver(before, after, false)).toEqual([false, true, false]);
  });

  test("does not go to another paragraph in the same place", () => {
    expect(carriedOver(before, ["one", "something else", "three"], false)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("goes with a paragraph that is taken out", () => {
    expect(carriedOver(before, ["one", "three"], false)).toEqual([false, false]);
  });

  test("is one mark for each paragraph, whatever was edited", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const marks = carriedOver({ texts: one, marks: one.map(() => true) }, other, false);
        expect(marks).toHaveLength(other.length);
      }),
    );
  });
});
