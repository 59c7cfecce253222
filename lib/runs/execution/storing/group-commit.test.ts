import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createGroup } from "./group-commit.ts";

function recording(gatherMs: number, work: (batch: number[]) => Promise<void> = async () => undefined) {
  const batches: number[][] = [];
  const group = createGroup<number>({
    work: async (batch) => {
      batches.push(batch);
      await work(batch);
    },
    weigh: () => 2,
    gatherMs,
  });
  return { batches, group };
}

test("what comes in one turn shares a batch, and one alone waits for nobody", async () => {
  const { batches, group } = recording(0);
  await Promise.all([group.add(1), group.add(2)]);
  await group.add(3);
  expect(batches).toEqual([[1, 2], [3]]);
});

test("what comes while a batch is at work makes the next one", async () => {
  const { batches, group } = recording(0, () => sleep(5));
  const first = group.add(1);
  await sleep(2);
  const others = [group.add(2), group.add(3)];
  await Promise.all([first, ...others]);
  expect(batches).toEqual([[1], [2, 3]]);
});

test("gathers, and does not when somebody waits for the end or the batch is full", async () => {
  const { batches, group } = recording(60_000);
  const items = Array.from({ length: 251 }, (_, item) => group.add(item));
  await items[0];
  expect(batches.map((batch) => batch.length)).toEqual([250]);
  expect(group.weight()).toBe(2);
  await group.settled();
  await Promise.all(items);
  expect(batches.map((batch) => batch.length)).toEqual([250, 1]);
});

test("after an error every item is refused, and the end tells the first error", async () => {
  const { group } = recording(0, async ([item]) => {
    if (item === 1) throw new Error("no room");
  });
  await expect(group.add(1)).rejects.toThrow("no room");
  expect(group.hasFailed()).toBe(true);
  await expect(group.add(2)).rejects.toThrow("no room");
  await expect(group.settled()).rejects.toThrow("no room");
  expect(group.weight()).toBe(0);
});
