import { describe, expect, test } from "vitest";
import { gateFaults, pin, type Pinned } from "./gate.ts";

const FLOORS = { exact: 0.9, newsLost: 0.01, spamLeft: 0.02 };
const PINNED: Pinned = { sha256: "a", logLoss: 0.1, all: FLOORS, slices: { tail: FLOORS } };

function withTail(tail: Partial<typeof FLOORS>, others: Partial<Pinned> = {}): Pinned {
  return { ...PINNED, slices: { tail: { ...FLOORS, ...tail } }, ...others };
}

describe("the gate", () => {
  test("opens at the floors", () => {
    expect(gateFaults(PINNED, PINNED)).toEqual([]);
  });

  test.for([
    [withTail({ exact: 0.89 }), "tail: exact is 0.89, at least 0.9"],
    [withTail({ newsLost: 0.011 }), "tail: newsLost is 0.011, at most 0.01"],
    [withTail({ spamLeft: 0.021 }), "tail: spamLeft is 0.021, at most 0.02"],
    [withTail({}, { logLoss: 0.11 }), "log loss is 0.11, at most 0.1"],
    [withTail({}, { logLoss: Number.NaN }), "log loss is NaN, at most 0.1"],
    [withTail({}, { slices: {} }), "tail: has no documents any more"],
    [withTail({}, { all: { ...FLOORS, exact: 0 } }), "all: exact is 0, at least 0.9"],
  ] as const)("says what is below a floor: %#", ([measured, fault]) => {
    expect(gateFaults(PINNED, measured)).toEqual([fault]);
  });

  test("stays shut for other documents, however good the figures", () => {
    const measured = { ...withTail({ exact: 1 }), sha256: "b" };
    expect(gateFaults(PINNED, measured)).toEqual([expect.stringContaining("not those")]);
  });

  test("stays shut when nothing is pinned", () => {
    expect(gateFaults(undefined, PINNED)).toEqual([expect.stringContaining("UPDATE_GATE=1")]);
  });
});

describe("pinning", () => {
  test("takes what is better, and keeps the floors of what is worse", () => {
    const measured = withTail({ exact: 0.95, newsLost: 0.02 }, { sha256: "b", logLoss: 0.2 });
    expect(pin(PINNED, measured, { mayLower: false })).toEqual({
      sha256: "b",
      logLoss: 0.1,
      all: FLOORS,
      slices: { tail: { exact: 0.95, newsLost: 0.01, spamLeft: 0.02 } },
    });
  });

  test("lowers floors when told so", () => {
    const measured = withTail({ exact: 0.1 });
    expect(pin(PINNED, measured, { mayLower: true })).toEqual(measured);
  });

  test("takes new slices as they are", () => {
    const measured = { ...PINNED, slices: { tail: FLOORS, head: FLOORS } };
    expect(pin(PINNED, measured, { mayLower: false }).slices).toEqual({
      tail: FLOORS,
      head: FLOORS,
    });
  });
});
