import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import type { TestCase } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import type { AttemptRecord } from "../execution/storing/attempt-record.ts";
import { attemptRow } from "../execution/storing/attempt-row.ts";
import { storeAttempts } from "../execution/storing/store-attempts.ts";

export type TestAttempt = TestCase & {
  verdict: "passed" | "failed" | "unscored" | "errored";
  /** Default 1. A key may come again with the next repetition. */
  repetition?: number;
  output?: string;
  finishReason?: string;
  errorClass?: string;
  errorCode?: string;
  fromCache?: boolean;
  latencyMs?: number;
  costMicroUsd?: number | null;
};

/** A finished run of one shard whose attempts ended so; nothing is called. */
export async function gradedRun(ctx: Context, attempts: readonly TestAttempt[]) {
  const cases = attempts.filter(({ key }, index) => attempts.findIndex((one) => one.key === key) === index);
  const run = await startedRun(ctx, { cases, baseUrl: "http://127.0.0.1:9/v1" });
  const repetitions = Math.max(...attempts.map(({ repetition = 1 }) => repetition));
  await db().run.update({
    where: { id: run.runId },
    data: { repetitions, planned: cases.length * repetitions },
  });
  const revisions = await db().caseRevision.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId: run.datasetId },
    select: { id: true, caseId: true, key: true },
  });
  const shard = { runId: run.runId, index: 0 };
  const records = attempts.map((attempt) => {
    const revision = revisions.find((one) => one.key === attempt.key);
    if (revision === undefined) throw new Error(`There is no case ${attempt.key}.`);
    return toRecord(attempt, { caseId: revision.caseId, caseRevisionId: revision.id });
  });
  const ended = records.map((attempt, index) => {
    const row = attemptRow(attempt, 0);
    const verdict = attempts[index]?.verdict ?? "errored";
    if (verdict === "errored") return { row, graded: null };
    const { caseId, repetition } = attempt;
    const status = verdict === "unscored" ? ("unscored" as const) : ("scored" as const);
    const passed = status === "scored" ? verdict === "passed" : null;
    const score = passed === null ? null : Number(passed);
    const reason = `It ${verdict}.`;
    const grade = { graderVersionId: run.graderVersionId, status, score, passed, reason };
    return { row, graded: { caseId, repetition, verdict, grades: [{ ...grade, detail: undefined }] } };
  });
  await storeAttempts(ctx, shard, { answerRound: 0, gradeRound: 0 }, ended);
  await db().runShard.updateMany({ where: { runId: run.runId }, data: { state: "done" } });
  await finishRun(ctx, run.runId);
  return run;
}

function toRecord(attempt: TestAttempt, ids: { caseId: string; caseRevisionId: string }): AttemptRecord {
  const facts = {
    ...ids,
    repetition: attempt.repetition ?? 1,
    prompt: [{ role: "user" as const, content: "Question" }],
    seed: null,
    tries: 1,
    startedAt: new Date(1_000),
    finishedAt: new Date(2_000),
  };
  if (attempt.verdict === "errored") {
    return {
      ...facts,
      outcome: "errored",
      errorClass: attempt.errorClass ?? "timeout",
      errorCode: attempt.errorCode ?? null,
      errorMessage: "No answer in 10 s.",
      hopeless: false,
    };
  }
  return {
    ...facts,
    outcome: "answered",
    output: attempt.output ?? "an answer",
    toolCalls: null,
    fromCache: attempt.fromCache ?? false,
    finishReason: attempt.finishReason ?? "stop",
    servedModel: "fake-small",
    providerRequestId: null,
    latencyMs: attempt.latencyMs ?? 100,
    timeToFirstTokenMs: null,
    usage: { promptTokens: 10, completionTokens: 5, cachedTokens: null, reasoningTokens: null },
    costMicroUsd: attempt.costMicroUsd === undefined ? 20 : attempt.costMicroUsd,
  };
}
