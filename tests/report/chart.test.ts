import { expect, test } from "vitest";
import { drawChart } from "../../src/report/chart.ts";

const AXIS = { title: "a < b", from: 0, to: 10, ticks: [0, 10], format: String };

test("a chart has its axes, its curve and its marks in their places", () => {
  const svg = drawChart({
    title: "T",
    description: "D",
    x: AXIS,
    y: AXIS,
    line: [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
    ],
    marks: [{ x: 10, y: 99, label: "here & there" }],
  });
  // The field is 360 wide from 64 on, and 212 high down to 236; what lies beyond an axis is drawn at its end.
  expect(svg).toContain('<polyline class="line" points="64,236 424,24"/>');
  expect(svg).toContain('<circle class="mark" cx="424" cy="24" r="4"/>');
  expect(svg).toContain(
    '<text class="axis" text-anchor="end" x="415" y="15">here &amp; there</text>',
  );
  expect(svg).toContain("<title>T</title><desc>D</desc>");
  expect(svg).toContain("a &lt; b");
});
