import { expect, test } from "vitest";
import { formatFigure, formatInterval } from "../../src/report/format-figure.ts";

test("shares are shown in percent, errors in paragraphs", () => {
  expect(formatFigure(0.98765, "exact")).toBe("98.77");
  expect(formatFigure(0.00123, "newsLost")).toBe("0.123");
  expect(formatFigure(1.5, "boundaryError")).toBe("1.500");
});

test("what has no meaning is a dash", () => {
  expect(formatFigure(NaN, "precision")).toBe("–");
  expect(formatInterval({ value: NaN, low: NaN, high: NaN }, "precision")).toBe("–");
});

test("an interval is shown as the figure is", () => {
  expect(formatInterval({ value: 0.5, low: 0.4, high: 0.6 }, "exact")).toBe("40.00–60.00");
});
