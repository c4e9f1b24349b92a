import fc from "fast-check";
import { expect, test } from "vitest";
import { mapInOrder } from "../../src/pipeline/map-in-order.ts";
import { defer } from "../deferred.ts";

async function* itemsOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** All results, and the fault that ended them. */
async function collect<Result>(results: AsyncIterable<Result>) {
  const collected: Result[] = [];
  try {
    for await (const result of results) collected.push(result);
  } catch (fault) {
    return { collected, fault };
  }
  return { collected, fault: undefined };
}

test("results come in the order of the items, however long each takes", async () => {
  const delays = fc.array(fc.nat(3), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
      let busyCount = 0;
      const work = async (ms: number): Promise<number> => {
        busyCount += 1;
        expect(busyCount).toBeLessThanOrEqual(limit);
        await new Promise((resolve) => setTimeout(resolve, ms));
        busyCount -= 1;
        return ms;
      };
      expect((await collect(mapInOrder(itemsOf(all), work, limit))).collected).toEqual(all);
    }),
    { numRuns: 30 },
  );
});

test("with a limit of 1, an item is taken when the result before it was used", async () => {
  const taken: number[] = [];
  const work = async (item: number): Promise<number> => {
    taken.push(item);
    return item;
  };
  for await (const result of mapInOrder(itemsOf([1, 2, 3]), work, 1)) {
    expect(taken.at(-1)).toBe(result);
  }
  expect(taken).toEqual([1, 2, 3]);
});

test("a result does not wait for an item that comes late", async () => {
  const release = defer();
  async function* halting(): AsyncGenerator<number> {
    yield 1;
    await release.promise;
    yield 2;
  }
  const results = mapInOrder(halting(), async (item) => item, 4);
  expect((await results.next()).value).toBe(1);
  release.resolve();
  expect((await results.next()).value).toBe(2);
});

test("a fault of the work comes in its turn", async () => {
  const slow = defer<number>();
  const work = async (item: number): Promise<number> => {
    if (item === 2) throw new Error("no");
    return item === 1 ? slow.promise : item;
  };
  const collecting = collect(mapInOrder(itemsOf([1, 2, 3]), work, 3));
  setTimeout(() => slow.resolve(1), 5);
  expect(await collecting).toMatchObject({ collected: [1], fault: { message: "no" } });
});

test("a fault of the items comes after the results of those before it", async () => {
  async function* breaking(): AsyncGenerator<number> {
    yield 1;
    throw new Error("gone");
  }
  const work = async (item: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return item;
  };
  expect(await collect(mapInOrder(breaking(), work, 3))).toMatchObject({
    collected: [1],
    fault: { message: "gone" },
  });
});

test("nothing is begun after the run was left", async () => {
  const release = defer();
  let hasLetGo = false;
  async function* halting(): AsyncGenerator<number> {
    try {
      yield 1;
      await release.promise;
      yield 2;
    } finally {
      hasLetGo = true;
    }
  }
  const begun: number[] = [];
  const work = async (item: number): Promise<number> => begun.push(item);
  for await (const count of mapInOrder(halting(), work, 2)) {
    expect(count).toBe(1);
    break;
  }
  release.resolve();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect({ begun, hasLetGo }).toEqual({ begun: [1], hasLetGo: true });
});
