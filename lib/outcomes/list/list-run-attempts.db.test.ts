import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { attemptSorts, attemptViews } from "#lib/runs/attempts/attempt-views.ts";
import { type ListAttemptsInput, listAttempts } from "#lib/runs/list-attempts.ts";
import { neighbourAttempts } from "#lib/runs/neighbour-attempts.ts";
import { gradedRun, type TestAttempt } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { loadRunOutcomes } from "../load-run-outcomes.ts";
import { findListedRun } from "./find-listed-run.ts";
import { listRunAttempts } from "./list-run-attempts.ts";
import { neighbourRunAttempts } from "./neighbour-run-attempts.ts";
import { prepareSearch } from "./prepare-search.ts";

const verdicts = ["passed", "failed", "failed", "errored", "passed", "unscored"] as const;

function attemptsOf(cases: number, repetitions: number): TestAttempt[] {
  return Array.from({ length: cases * repetitions }, (_, i) => ({
    key: `case ${Math.floor(i / repetitions)}`,
    input: { text: `is this “${i}” or "${i}"? ${"Ärger ".repeat(70)}` },
    output: `${"a long answer ".repeat(i * 20)}number ${i}`,
    tags: i % 4 === 0 ? ["long"] : [],
    split: Math.floor(i / repetitions) % 3 === 0 ? "tuning" : "held_out",
    repetition: (i % repetitions) + 1,
    verdict: verdicts[(i * 5 + (i >> 2)) % verdicts.length] ?? "failed",
    latencyMs: 100 + (i % 7),
    costMicroUsd: i % 5 === 0 ? null : i % 3,
  }));
}

describe.each([1, 3])("a run with %i attempts at each case", (repetitions) => {
  let ctx: Context;
  let runId: string;
  let graderVersionId: string;
  beforeAll(async () => {
    ({ ctx } = await createTestWorkspace());
    ({ runId, graderVersionId } = await gradedRun(ctx, attemptsOf(24, repetitions)));
    await loadRunOutcomes(ctx, [runId]);
  });

  async function expectSame(input: Omit<ListAttemptsInput, "runId">): Promise<void> {
    const [columns, rows] = await Promise.all([
      listRunAttempts(ctx, { runId, ...input }),
      listAttempts(ctx, { runId, ...input }),
    ]);
    expect(columns).toEqual(rows);
  }

  test("is listed from its columns", async () => {
    expect(await findListedRun(ctx, runId)).not.toBeNull();
  });

  test.each(attemptViews)("shows the same attempts as its rows: %s, in every order", async (view) => {
    for (const sort of attemptSorts) {
      for (const direction of ["ascending", "descending"] as const) {
        await expectSame({ view, sort, direction });
        await expectSame({ view, sort, direction, limit: 5 });
        await expectSame({ view, sort, direction, limit: 5, offset: 7 });
      }
    }
  });

  test("filters like its rows", async () => {
    for (const rows of ["attempt", "case"] as const) {
      await expectSame({ view: "all", rows, failedBy: graderVersionId });
      await expectSame({ view: "all", rows, unscoredBy: graderVersionId });
      await expectSame({ view: "all", rows, slice: "tag", value: "long" });
      await expectSame({ view: "failed", rows, slice: "split", value: "tuning", sort: "latency" });
    }
    await expectSame({ view: "all", slice: "tag", value: "none of them" });
    await expectSame({ view: "all", failedBy: newId() });
  });

  test.each([
    "case 1",
    "CASE 1",
    "Answer",
    "no answer in",
    "is this “5”",
    '"5"',
    "%",
    "\u0001",
    "\0",
    "ÄRGER",
    "number 1",
    "nowhere",
  ])("finds the same texts as its rows: %j", async (search) => {
    await expectSame({ view: "all", search });
    await expectSame({ view: "failed", search, rows: "case", sort: "latency", limit: 3 });
  });

  test.each(attemptSorts)("knows the same neighbours as its rows, by %s", async (sort) => {
    for (const view of ["all", "failed"] as const) {
      for (const key of ["case 0", "case 5", "case 11", "case 23", "no such case"]) {
        const asked = { runId, view, sort, direction: "descending", key, repetition: repetitions } as const;
        expect(await neighbourRunAttempts(ctx, asked)).toEqual(await neighbourAttempts(ctx, asked));
      }
    }
  });

  test("can be searched after it was prepared", async () => {
    await prepareSearch(ctx, { runId });
    await expectSame({ view: "all", search: "long answer" });
  });

  test("keeps the texts of a run no longer than its columns", async () => {
    await expectSame({ view: "all", search: "rewritten" });
    await db().attempt.updateMany({ where: { runId }, data: { output: "rewritten" } });
    await db().scorecard.update({ where: { runId }, data: { computedAt: new Date() } });
    await loadRunOutcomes(ctx, [runId]);
    await expectSame({ view: "all", search: "Rewritten" });
  });

  test.each(attemptSorts)("is read page by page in the same pages, by %s", async (sort) => {
    const order = { view: "all", sort, direction: "descending", limit: 7 } as const;
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await listRunAttempts(ctx, { runId, ...order, cursor });
      expect(page).toEqual(await listAttempts(ctx, { runId, ...order, cursor }));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBe(Math.ceil((24 * repetitions) / 7));
  });

  test("reads the rows when the counters of its shards say something else", async () => {
    await db().runShard.updateMany({ where: { runId }, data: { answered: { increment: 1 } } });
    expect(await findListedRun(ctx, runId)).toBeNull();
    await db().runShard.updateMany({ where: { runId }, data: { answered: { decrement: 1 } } });
  });

  test("reads the rows while it is under way", async () => {
    await db().run.update({ where: { id: runId }, data: { state: "running" } });
    expect(await findListedRun(ctx, runId)).toBeNull();
    await db().run.update({ where: { id: runId }, data: { state: "finished" } });
  });

  test("refuses another workspace", async () => {
    const other = await createTestWorkspace();
    await expect(listRunAttempts(other.ctx, { runId })).rejects.toMatchObject({ code: "not-found" });
    const neighbours = neighbourRunAttempts(other.ctx, { runId, key: "case 1" });
    await expect(neighbours).rejects.toMatchObject({ code: "not-found" });
    await expect(prepareSearch(other.ctx, { runId })).rejects.toMatchObject({ code: "not-found" });
  });
});
