import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("never more at once than there are slots, and nobody is forgotten when one fails", async () => {
  const slots = createSlots(3);
  let underWay = 0;
  let most = 0;
  const work = Array.from({ length: 20 }, (_, index) =>
    slots.use(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      if (index === 4) throw new Error("it broke");
      return index;
    }),
  );
  const ended = await Promise.allSettled(work);
  expect(most).toBe(3);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
  expect(await slots.use(() => "again")).toBe("again");
});
