import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { exportDecision } from "../exporting/export-decision.ts";
import { getDecision } from "../reading/get-decision.ts";
import { listDecisions } from "../reading/list-decisions.ts";
import { weighable } from "../testing/weighable.ts";
import type { RecordDecisionInput } from "./decision-input.ts";
import { recordDecision } from "./record-decision.ts";

let workspace: TestWorkspace;
let ctx: Context;
let runs: { good: string; weak: string };
let input: RecordDecisionInput;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  const things = await weighable(ctx);
  const [good, weak] = [await things.addModel("good"), await things.addModel("weak")];
  runs = {
    good: (await things.addRun(good.versionId, { passes: 58, costMicroUsd: 10 })).id,
    weak: (await things.addRun(weak.versionId, { passes: 20, costMicroUsd: 1 })).id,
  };
  input = {
    asked: {
      datasetId: things.datasetId,
      runIds: [runs.good, runs.weak],
      bar: { policy: { passRate: 0.8 } },
    },
    question: "Which model answers tickets?",
    chosenRunId: runs.good,
    reason: "It is good enough.",
  };
});

const waived = () => ({ ...input, chosenRunId: runs.weak, waiver: "Only for the demonstration." });

describe("recording", () => {
  test("freezes the board with its figures and is in force", async () => {
    const { id, number } = await recordDecision(ctx, input);
    const decision = await getDecision(ctx, id);
    expect(decision).toMatchObject({
      number,
      question: "Which model answers tickets?",
      approvedBy: "Ada",
      state: "in force",
      reasons: [],
      waiver: null,
      chosen: { run: { id: runs.good }, standing: "clears", passRate: { n: 60 } },
      evidence: { bar: { policy: { passRate: 0.8 } }, cheapestRunId: runs.good },
    });
    expect(decision.evidence.candidates).toHaveLength(2);
    const audit = await db().auditEvent.findFirst({ where: { subjectId: id } });
    expect(audit).toMatchObject({
      action: "decision.record",
      detail: { standing: "clears", isWaived: false },
    });
  });

  test("two of the same moment get two numbers", async () => {
    const recorded = await Promise.all([recordDecision(ctx, input), recordDecision(ctx, input)]);
    expect(new Set(recorded.map(({ number }) => number)).size).toBe(2);
  });

  test("a model that misses the bar needs a waiver, and an admin", async () => {
    await expect(recordDecision(ctx, { ...input, chosenRunId: runs.weak })).rejects.toThrow("Write a waiver");
    await expect(recordDecision(workspace.ctxWithRole("editor"), waived())).rejects.toThrow(
      "Only an admin of this workspace",
    );
    const { id } = await recordDecision(ctx, waived());
    expect(await getDecision(ctx, id)).toMatchObject({ waiver: "Only for the demonstration." });
  });

  test("a waiver for a model that clears the bar is not kept", async () => {
    const { id } = await recordDecision(ctx, { ...input, waiver: "Just in case" });
    expect((await getDecision(ctx, id)).waiver).toBeNull();
  });

  test("refuses another workspace and without permission", async () => {
    await expect(recordDecision(workspace.otherCtx, input)).rejects.toThrow("There is no dataset");
    await expect(recordDecision(workspace.ctxWithRole("reviewer"), input)).rejects.toThrow("role editor");
  });

  test("refuses a day that is over, a model that was not weighed, and no question", async () => {
    await expect(recordDecision(ctx, { ...input, expiresOn: "2020-01-01" })).rejects.toThrow("last day");
    await expect(recordDecision(ctx, { ...input, chosenRunId: newId() })).rejects.toThrow("not among those");
    await expect(recordDecision(ctx, { ...input, question: " " })).rejects.toThrow("Say what was decided");
  });
});

describe("superseding", () => {
  test("the earlier decision says which one holds now, and only one can take its place", async () => {
    const first = await recordDecision(ctx, input);
    const second = await recordDecision(ctx, { ...input, supersedesId: first.id });
    expect(await getDecision(ctx, first.id)).toMatchObject({
      state: "superseded",
      supersededBy: { number: second.number },
    });
    expect(await getDecision(ctx, second.id)).toMatchObject({ supersedes: { number: first.number } });
    await expect(recordDecision(ctx, { ...input, supersedesId: first.id })).rejects.toThrow(
      "Another decision has taken its place",
    );
    await expect(recordDecision(ctx, { ...input, supersedesId: newId() })).rejects.toThrow("not one on this");
    const current = await listDecisions(ctx, { current: true, limit: 100 });
    expect(current.items.map(({ id }) => id)).not.toContain(first.id);
  });
});

test("its time is over after its last day", async () => {
  const { id } = await recordDecision(ctx, { ...input, expiresOn: "2099-06-30" });
  const late = { ...ctx, now: new Date("2099-07-01T00:00:00Z") };
  expect((await getDecision(ctx, id)).state).toBe("in force");
  expect((await getDecision(late, id)).state).toBe("expired");
});

test("nothing is shown to another workspace", async () => {
  const { id } = await recordDecision(ctx, input);
  await expect(getDecision(workspace.otherCtx, id)).rejects.toThrow("There is no decision");
  expect((await listDecisions(workspace.otherCtx)).items).toEqual([]);
  await expect(exportDecision(workspace.otherCtx, { decisionId: id, format: "md" })).rejects.toThrow(
    "There is no decision",
  );
});

test("as Markdown it holds the sentence, the bar and every model", async () => {
  const { id } = await recordDecision(ctx, {
    ...input,
    reason: "# Not a heading <b>or</b> [link](http://x)",
  });
  const { content } = await exportDecision(ctx, { decisionId: id, format: "md" });
  expect(content).toContain("is the only model, and so the cheapest, that provably clears the bar");
  expect(content).toContain("Pass rate: at least 80");
  expect(content).toContain("\\# Not a heading &lt;b&gt;or&lt;/b&gt; \\[link\\](http:\\//x)");
});
