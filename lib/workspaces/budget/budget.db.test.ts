import { describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { getMonthBudget } from "./get-month-budget.ts";
import { listMonths } from "./list-months.ts";
import { monthAfter, monthOf } from "./month.ts";
import { setMonthlyBudget } from "./set-monthly-budget.ts";

describe("the monthly budget", () => {
  test("an admin sets, changes and removes it; each change has one audit row, and none for nothing new", async () => {
    const { ctx } = await createTestWorkspace();
    expect(await setMonthlyBudget(ctx, { budgetMicroUsd: 20_000_000 })).toEqual({
      budgetMicroUsd: 20_000_000,
      former: null,
    });
    expect(await getMonthBudget(ctx)).toMatchObject({ budgetMicroUsd: 20_000_000, spentMicroUsd: 0 });
    await setMonthlyBudget(ctx, { budgetMicroUsd: 20_000_000 });
    expect(await setMonthlyBudget(ctx, { budgetMicroUsd: null })).toMatchObject({ former: 20_000_000 });
    const audit = await db().auditEvent.count({
      where: { workspaceId: ctx.workspaceId, action: "workspace.set-budget" },
    });
    expect(audit).toBe(2);
  });

  test("refuses an editor, amounts that are none, and leaves another workspace alone", async () => {
    const { ctx, otherCtx, ctxWithRole } = await createTestWorkspace();
    await expect(setMonthlyBudget(ctxWithRole("editor"), { budgetMicroUsd: 1 })).rejects.toThrow(
      "role admin",
    );
    for (const budgetMicroUsd of [-1, 0.5, 2_000_000_000_000]) {
      await expect(setMonthlyBudget(ctx, { budgetMicroUsd })).rejects.toMatchObject({ code: "invalid" });
    }
    await setMonthlyBudget(ctx, { budgetMicroUsd: 5 });
    expect(await getMonthBudget(otherCtx)).toMatchObject({ budgetMicroUsd: null });
  });
});

test("months are those of UTC, the newest first, and a new one begins at nothing", async () => {
  const { ctx, otherCtx, ctxWithRole } = await createTestWorkspace();
  const month = monthOf(ctx.now);
  const earlier = new Date(Date.UTC(2026, 0, 1));
  await db().workspaceSpending.createMany({
    data: [
      { workspaceId: ctx.workspaceId, month, costMicroUsd: 7n },
      { workspaceId: ctx.workspaceId, month: earlier, costMicroUsd: 3n },
      { workspaceId: otherCtx.workspaceId, month, costMicroUsd: 100n },
    ],
  });
  expect((await listMonths(ctx)).map(({ costMicroUsd }) => costMicroUsd)).toEqual([7, 3]);
  expect((await listMonths(ctx))[1]?.monthName).toBe("January 2026");
  expect(await getMonthBudget(ctx)).toMatchObject({ spentMicroUsd: 7 });
  expect(await getMonthBudget({ ...ctx, now: monthAfter(month) })).toMatchObject({ spentMicroUsd: 0 });
  await expect(listMonths(ctxWithRole("editor"))).rejects.toThrow("role admin");
});

test.each([
  ["2026-11-30T23:59:59.999Z", "2026-11-01"],
  ["2026-12-01T00:00:00Z", "2026-12-01"],
  ["2026-12-31T12:00:00+14:00", "2026-12-01"],
])("%s is in the month of %s", (at, first) => {
  expect(monthOf(new Date(at)).toISOString().slice(0, 10)).toBe(first);
});
