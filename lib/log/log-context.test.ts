import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { logContext, withLogContext } from "./log-context.ts";

test("pieces of work that go on side by side keep their own fields, and those of the work around them", async () => {
  expect(logContext()).toEqual({});
  const seen = await withLogContext({ workerId: "w" }, async () => {
    const work = async (runId: string) =>
      await withLogContext({ runId, requestId: `of ${runId}` }, async () => {
        await sleep(5);
        return logContext();
      });
    return await Promise.all([work("a"), work("b")]);
  });
  expect(seen).toEqual([
    { workerId: "w", runId: "a", requestId: "of a" },
    { workerId: "w", runId: "b", requestId: "of b" },
  ]);
  expect(logContext()).toEqual({});
});
