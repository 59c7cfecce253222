import { describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { monthAfter, monthOf } from "#lib/workspaces/budget/month.ts";
import { setMonthlyBudget } from "#lib/workspaces/budget/set-monthly-budget.ts";
import { startRuns } from "../start-runs.ts";
import { gradedRun } from "../testing/graded-run.ts";
import { getBill } from "./get-bill.ts";
import { listCostliestRuns } from "./list-costliest-runs.ts";

const answered = (costMicroUsd: number | null) =>
  echoCases(12).map((one) => ({ ...one, verdict: "passed" as const, costMicroUsd }));

const costly = [
  { key: "dear", input: { text: "x" }, verdict: "passed" as const, costMicroUsd: 1_000 },
  { key: "unknown", input: { text: "x" }, verdict: "passed" as const, costMicroUsd: null },
];

describe("the costliest runs of a month", () => {
  test("come first, runs that cost nothing not at all, and never another workspace's", async () => {
    const { ctx, otherCtx, ctxWithRole } = await createTestWorkspace();
    const runs = [];
    for (const cost of [5, 0, 50, null]) runs.push(await gradedRun(ctx, answered(cost)));
    await gradedRun(otherCtx, answered(1_000));
    const from = monthOf(new Date());
    const found = await listCostliestRuns(ctx, { from, until: monthAfter(from) });
    expect(found.map(({ id }) => id)).toEqual([runs[2]?.runId, runs[0]?.runId, runs[3]?.runId]);
    expect(found.map((run) => [run.costMicroUsd, run.costUnknown])).toEqual([
      [600, 0],
      [60, 0],
      [0, 12],
    ]);
    expect(await listCostliestRuns(ctx, { from: new Date(0), until: from })).toEqual([]);
    await expect(listCostliestRuns(ctxWithRole("editor"), { from, until: from })).rejects.toThrow(
      "role admin",
    );
  });
});

describe("the bill", () => {
  test("is summed over the run, beside what was to be expected before it", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const first = await gradedRun(ctx, [...answered(20), ...costly]);
    const { runId } = first;
    expect(await getBill(ctx, { runId })).toMatchObject({
      paidMicroUsd: 12 * 20 + 1_000,
      savedMicroUsd: 0,
      costUnknown: 1,
      priceSource: "model",
      // Sixteen characters a prompt at $1 a million tokens, an answer of at least one token at $2, no maximum.
      estimate: {
        low: expect.any(Number),
        high: null,
        restsOn: expect.stringContaining("without earlier answers"),
      },
    });
    await expect(getBill(otherCtx, { runId })).rejects.toThrow("There is no run");
  });
});

describe("starting under a monthly budget", () => {
  test("is refused with the figures when even the low end is more than what is left, and leaves nothing behind", async () => {
    const { ctx } = await createTestWorkspace();
    const earlier = await gradedRun(ctx, answered(20));
    const run = await db().run.findUniqueOrThrow({ where: { id: earlier.runId } });
    const start = (repetitions: number) =>
      startRuns(
        { ...ctx, now: new Date() },
        {
          datasetVersionId: run.datasetVersionId,
          modelVersionIds: [run.modelVersionId],
          graderVersionIds: [earlier.graderVersionId],
          repetitions,
          requestKey: newId(),
        },
      );
    // Twelve answers of 10 and 5 tokens at $1 and $2 a million: 240 micro-dollars a repetition.
    await setMonthlyBudget(ctx, { budgetMicroUsd: 1_000 });
    await db().workspaceSpending.upsert({
      where: { workspaceId_month: { workspaceId: ctx.workspaceId, month: monthOf(ctx.now) } },
      create: { workspaceId: ctx.workspaceId, month: monthOf(ctx.now), costMicroUsd: 500n },
      update: { costMicroUsd: 500n },
    });
    const later = await start(2);
    expect(later.runIds).toHaveLength(1);
    await expect(start(3)).rejects.toThrow(/at least \$0\.00072, and \$0\.0005 are left/);
    await db().workspaceSpending.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { costMicroUsd: 1_000n },
    });
    await expect(start(1)).rejects.toThrow("The budget of this workspace is used up: $0.001 of the $0.001");
    expect(await db().run.count({ where: { workspaceId: ctx.workspaceId } })).toBe(2);
  });
});
