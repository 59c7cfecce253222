import { beforeAll, describe, expect, test } from "vitest";
import { findBaseline } from "#lib/baselines/find-baseline.ts";
import { listBaselines } from "#lib/baselines/list-baselines.ts";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { approveBaseline } from "./approve-baseline.ts";
import { evaluateGate } from "./evaluate-gate.ts";
import { listPolicyVersions } from "./policy/list-policy-versions.ts";
import { savePolicy } from "./policy/save-policy.ts";
import { previewPolicy } from "./preview/preview-policy.ts";
import { gateVerdicts } from "./results/gate-verdicts.ts";
import { getGate } from "./results/get-gate.ts";
import { listGateResults } from "./results/list-gate-results.ts";
import { measuredDataset } from "./testing/measured-runs.ts";

let workspace: TestWorkspace;
let ctx: Context;
beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const lax = { withoutVerdictShare: 0.5 };

describe("savePolicy", () => {
  test("numbers versions, shows what changed, and refuses what changes nothing", async () => {
    const { datasetId } = await measuredDataset(ctx, 2);
    expect(await savePolicy(ctx, { datasetId, policy: lax, note: "A start" })).toEqual({ number: 1 });
    await expect(savePolicy(ctx, { datasetId, policy: lax })).rejects.toMatchObject({ code: "conflict" });
    await savePolicy(ctx, { datasetId, policy: { ...lax, passRate: 0.9 } });
    const { items } = await listPolicyVersions(ctx, { datasetId });
    expect(items.map(({ number, changes }) => [number, changes.map(({ subject }) => subject)])).toEqual([
      [2, ["Pass rate"]],
      [1, ["Without a verdict"]],
    ]);
    expect(items[1]).toMatchObject({ note: "A start", createdBy: "Ada" });
    expect(await db().auditEvent.count({ where: { subjectId: datasetId, action: "policy.save" } })).toBe(2);
  });

  test("refuses a policy that asks for nothing, or twice for one slice", async () => {
    const { datasetId } = await measuredDataset(ctx, 2);
    const slice = { dimension: "tag", value: "a", passRate: 0.5 };
    await expect(savePolicy(ctx, { datasetId, policy: {} })).rejects.toThrow("asks for nothing");
    await expect(savePolicy(ctx, { datasetId, policy: { slices: [slice, slice] } })).rejects.toThrow(
      "The slice tag = a has two floors",
    );
  });

  test("refuses another workspace", async () => {
    const { datasetId } = await measuredDataset(ctx, 2);
    await expect(savePolicy(workspace.otherCtx, { datasetId, policy: lax })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(listPolicyVersions(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("refuses without permission", async () => {
    const { datasetId } = await measuredDataset(ctx, 2);
    await expect(
      savePolicy(workspace.ctxWithRole("reviewer"), { datasetId, policy: lax }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("evaluateGate", () => {
  test("keeps one result for one policy, baseline and grading, also of two at once", async () => {
    const dataset = await measuredDataset(ctx);
    await savePolicy(ctx, { datasetId: dataset.datasetId, policy: { passRate: 0.6 } });
    const run = await dataset.run(20);
    const verdicts = await Promise.all([1, 2, 3].map(() => evaluateGate(ctx, { runId: run.id })));
    expect(verdicts).toEqual(["pass", "pass", "pass"]);
    await evaluateGate(ctx, { runId: run.id });
    expect(await listGateResults(ctx, { runId: run.id })).toHaveLength(1);
    const audit = { subjectId: run.id, action: "gate.evaluate" };
    expect(await db().auditEvent.count({ where: audit })).toBe(1);
    expect(await getGate(ctx, { runId: run.id })).toMatchObject({
      verdict: "pass",
      exitCode: 0,
      missing: null,
      policy: { number: 1 },
      baseline: null,
      outdated: null,
      rules: [{ rule: "pass rate", verdict: "pass", n: 20 }],
    });
  });

  test("is made anew after another grading, and the former result stays", async () => {
    const dataset = await measuredDataset(ctx);
    await savePolicy(ctx, { datasetId: dataset.datasetId, policy: { passRate: 0.6 } });
    const run = await dataset.run(20);
    expect(await evaluateGate(ctx, { runId: run.id })).toBe("pass");
    await db().run.update({ where: { id: run.id }, data: { state: "running" } });
    await db().attempt.updateMany({ where: { runId: run.id }, data: { verdict: "failed" } });
    expect(await evaluateGate(ctx, { runId: run.id })).toBeNull();
    expect(await getGate(ctx, { runId: run.id })).toMatchObject({ verdict: null, missing: "under way" });
    await finishRun(ctx, run.id);
    expect(await getGate(ctx, { runId: run.id })).toMatchObject({ verdict: "pass", outdated: "grades" });
    expect(await evaluateGate(ctx, { runId: run.id })).toBe("fail");
    expect((await listGateResults(ctx, { runId: run.id })).map(({ verdict }) => verdict)).toEqual([
      "fail",
      "pass",
    ]);
    expect(await gateVerdicts(ctx, [run.id])).toEqual(new Map([[run.id, "fail"]]));
  });

  test("without a policy and for a run under way there is no verdict", async () => {
    const dataset = await measuredDataset(ctx, 2);
    const run = await dataset.run(2);
    expect(await evaluateGate(ctx, { runId: run.id })).toBeNull();
    expect(await getGate(ctx, { runId: run.id })).toMatchObject({ missing: "no policy", exitCode: 3 });
    await savePolicy(ctx, { datasetId: dataset.datasetId, policy: lax });
    expect(await getGate(ctx, { runId: run.id })).toMatchObject({ missing: "not evaluated" });
    const open = await dataset.runUnderWay();
    expect(await evaluateGate(ctx, { runId: open.id })).toBeNull();
  });

  test("refuses another workspace", async () => {
    const run = await (await measuredDataset(ctx, 2)).run(2);
    for (const ask of [evaluateGate, getGate, listGateResults]) {
      await expect(ask(workspace.otherCtx, { runId: run.id })).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await gateVerdicts(workspace.otherCtx, [run.id])).toEqual(new Map());
  });

  test("refuses without permission", async () => {
    const run = await (await measuredDataset(ctx, 2)).run(2);
    await expect(evaluateGate(workspace.ctxWithRole("viewer"), { runId: run.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("approveBaseline", () => {
  test("later runs are compared with it, the run itself with the one before, and the history stays", async () => {
    const { datasetId, run } = await measuredDataset(ctx, 60);
    await savePolicy(ctx, { datasetId, policy: { regression: { margin: 0.1 } } });
    const [first, second] = [await run(50), await run(20)];
    await approveBaseline(ctx, { datasetId, runId: first.id, note: "" });
    expect(await evaluateGate(ctx, { runId: second.id })).toBe("fail");
    expect(await getGate(ctx, { runId: second.id })).toMatchObject({
      baseline: { runId: first.id, runNumber: first.number },
    });
    await approveBaseline(ctx, { datasetId, runId: second.id, note: "the harder model is wanted" });
    const { items } = await listBaselines(ctx, { datasetId });
    expect(items.map(({ run: { number }, waiver, gateVerdict }) => [number, waiver, gateVerdict])).toEqual([
      [second.number, true, "fail"],
      [first.number, false, "not enough evidence"],
    ]);
    expect(await findBaseline(ctx, { datasetId })).toMatchObject({ runId: second.id });
    expect(await findBaseline(ctx, { datasetId, forRunId: second.id })).toMatchObject({ runId: first.id });
    expect(await getGate(ctx, { runId: second.id })).toMatchObject({ outdated: null });
    expect(await db().auditEvent.count({ where: { subjectId: datasetId, action: "baseline.waive" } })).toBe(
      1,
    );
  });

  test("a baseline that was graded again makes the verdict one of before", async () => {
    const { datasetId, run } = await measuredDataset(ctx, 60);
    await savePolicy(ctx, { datasetId, policy: { regression: { margin: 0.1 } } });
    const [baseline, candidate] = [await run(60), await run(30)];
    await approveBaseline(ctx, { datasetId, runId: baseline.id, note: "" });
    expect(await evaluateGate(ctx, { runId: candidate.id })).toBe("fail");
    await db().run.update({ where: { id: baseline.id }, data: { state: "running" } });
    await db().attempt.updateMany({ where: { runId: baseline.id }, data: { verdict: "failed" } });
    await finishRun(ctx, baseline.id);
    expect(await getGate(ctx, { runId: candidate.id })).toMatchObject({
      verdict: "fail",
      outdated: "grades",
    });
    expect(await evaluateGate(ctx, { runId: candidate.id })).toBe("pass");
    expect(await getGate(ctx, { runId: candidate.id })).toMatchObject({ verdict: "pass", outdated: null });
  });

  test("a run that was graded differently is not compared with it", async () => {
    const { datasetId, run, runGradedDifferently } = await measuredDataset(ctx);
    await savePolicy(ctx, { datasetId, policy: { regression: { margin: 0.1 } } });
    await approveBaseline(ctx, { datasetId, runId: (await run(20)).id, note: "" });
    const other = await runGradedDifferently(0);
    expect(await evaluateGate(ctx, { runId: other.id })).toBe("not enough evidence");
    expect((await getGate(ctx, { runId: other.id })).rules[0]?.sentence).toContain(
      "may come from the grading",
    );
  });

  test("one that fails its gate needs a reason", async () => {
    const { datasetId, run } = await measuredDataset(ctx);
    await savePolicy(ctx, { datasetId, policy: { passRate: 0.9 } });
    const failing = await run(0);
    await expect(approveBaseline(ctx, { datasetId, runId: failing.id, note: "so be it" })).resolves.toEqual({
      number: 1,
      waiver: true,
    });
    const other = await run(1);
    await expect(approveBaseline(ctx, { datasetId, runId: other.id, note: "ok" })).rejects.toThrow(
      "say why in at least three words",
    );
  });

  test("refuses a run without a verdict", async () => {
    const { datasetId, run } = await measuredDataset(ctx, 2);
    const { id: runId } = await run(0, "errored");
    await expect(approveBaseline(ctx, { datasetId, runId, note: "" })).rejects.toThrow(
      "has no passed and no failed attempt",
    );
  });

  test("refuses a run under way, of another dataset, or approved already", async () => {
    const { datasetId, run, runUnderWay } = await measuredDataset(ctx, 2);
    const elsewhere = await (await measuredDataset(ctx, 2)).run(2);
    const [open, done] = [await runUnderWay(), await run(2)];
    const approve = async (runId: string) => await approveBaseline(ctx, { datasetId, runId, note: "" });
    await expect(approve(open.id)).rejects.toThrow("is not finished with a scorecard");
    await expect(approve(elsewhere.id)).rejects.toThrow("is of another dataset");
    await approve(done.id);
    await expect(approve(done.id)).rejects.toThrow("is the approved baseline already");
  });

  test("refuses another workspace", async () => {
    const { datasetId, run } = await measuredDataset(ctx, 2);
    const { id: runId } = await run(2);
    const input = { datasetId, runId, note: "" };
    await expect(approveBaseline(workspace.otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(listBaselines(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
    await approveBaseline(ctx, input);
    expect(await findBaseline(workspace.otherCtx, { datasetId })).toBeNull();
  });

  test("refuses without permission", async () => {
    const { datasetId, run } = await measuredDataset(ctx, 2);
    const { id: runId } = await run(2);
    await expect(
      approveBaseline(workspace.ctxWithRole("reviewer"), { datasetId, runId, note: "" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("previewPolicy", () => {
  test("says what the latest runs would have got, and stores nothing", async () => {
    const { datasetId, run, runUnderWay } = await measuredDataset(ctx);
    const [good, bad] = [await run(20), await run(2, "errored")];
    await runUnderWay();
    const preview = await previewPolicy(ctx, {
      datasetId,
      policy: { passRate: 0.6, withoutVerdictShare: 0 },
    });
    expect(preview.map(({ run: { number }, verdict, rules }) => [number, verdict, rules.length])).toEqual([
      [bad.number, "fail", 2],
      [good.number, "pass", 2],
    ]);
    expect(await previewPolicy(ctx, { datasetId, policy: {} })).toMatchObject([
      { verdict: null },
      { verdict: null },
    ]);
    expect(await listGateResults(ctx, { runId: good.id })).toEqual([]);
  });

  test("refuses another workspace", async () => {
    const { datasetId } = await measuredDataset(ctx, 2);
    await expect(previewPolicy(workspace.otherCtx, { datasetId, policy: lax })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
