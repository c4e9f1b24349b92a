import { expect, test } from "vitest";
import { RunMeter } from "../../src/report/run-meter.ts";

test("the share is that of the sizes of all inputs", () => {
  const meter = new RunMeter([100, 300]);
  expect(meter.state).toEqual({ share: 0, bytes: 0 });
  meter.reach(0, 50);
  expect(meter.state).toEqual({ share: 50 / 400, bytes: 50 });
  meter.reach(1, 150);
  expect(meter.state).toEqual({ share: (100 + 150) / 400, bytes: 50 + 150 });
});

test("a packed input is never more than all of itself", () => {
  const meter = new RunMeter([100, 100]);
  meter.reach(0, 1000);
  expect(meter.state).toEqual({ share: 0.5, bytes: 1000 });
});

test("of inputs without a size there is no share", () => {
  const meter = new RunMeter([0]);
  meter.reach(0, 10);
  expect(meter.state).toEqual({ share: undefined, bytes: 10 });
});
