import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeControls } from "../../src/report/escape-controls.ts";

test.for([
  ["an escape sequence", "\u001B[31mred", String.raw`\u{1b}[31mred`],
  ["a C1 control", "\u009B2J", String.raw`\u{9b}2J`],
  ["a line feed", "a\nb", String.raw`a\u{a}b`],
  ["a turn of direction", "a\u202Eb", String.raw`a\u{202e}b`],
  ["a zero-width space", "s\u200Blot", String.raw`s\u{200b}lot`],
  ["a lone surrogate", "\uD800", String.raw`\u{d800}`],
] as const)("writes out %s", ([, text, escaped]) => {
  expect(escapeControls(text)).toBe(escaped);
});

test("leaves letters, marks, emoji and spaces alone", () => {
  expect(escapeControls("Résumé 🎰 slot")).toBe("Résumé 🎰 slot");
});

test("no control is left of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapeControls(text)).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/u);
    }),
  );
});
