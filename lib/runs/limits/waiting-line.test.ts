import { expect, test } from "vitest";
import { WaitingLine } from "./waiting-line.ts";

test("the lowest rank goes first, and within a rank whoever came first", () => {
  const line = new WaitingLine();
  const names = new Map<unknown, string>();
  const leave = new Map<string, () => void>();
  for (const [rank, name] of [
    [3, "late"],
    [1, "first"],
    [1, "second"],
  ] as const) {
    const waiter = () => undefined;
    names.set(waiter, name);
    leave.set(name, line.join(rank, waiter));
  }
  const order: (string | undefined)[] = [];
  while (line.size > 0) {
    const name = names.get(line.first());
    order.push(name);
    leave.get(name ?? "")?.();
    leave.get(name ?? "")?.();
  }
  expect(order).toEqual(["first", "second", "late"]);
  expect(line.first()).toBeUndefined();
});
