import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { db, pool } from "#lib/db/database.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";

export type RecordedAttempt = {
  verdict: "passed" | "failed" | "unscored" | "errored";
  output?: string;
  latencyMs?: number;
  costMicroUsd?: number | null;
  /** Verdicts of the graders of the run, in their order; null is unscored. Left out: all as the attempt's. */
  grades?: readonly (boolean | null)[];
};

type Given = RecordedAttempt | RecordedAttempt["verdict"];

export type RecordedRun = {
  datasetVersionId: string;
  modelVersionId: string;
  graderVersionIds: readonly string[];
  /** By case key; a list is one attempt for each repetition. */
  attempts: Readonly<Record<string, Given | readonly Given[]>>;
  repetitions?: number;
  verdictRule?: VerdictRule;
  splits?: Split[];
  /** What the run planned beyond its attempts. */
  missing?: number;
  /** "running" stays without a scorecard. */
  state?: "finished" | "running";
  finishedAt?: Date;
};

/** A run whose attempts and grades are written as given, by case key, and whose scorecard is computed from them. */
export async function recordedRun(
  ctx: Context,
  recorded: RecordedRun,
): Promise<{ id: string; number: number }> {
  const version = await db().datasetVersion.findUniqueOrThrow({ where: { id: recorded.datasetVersionId } });
  const { nextRunNumber } = await db().workspace.update({
    where: { id: ctx.workspaceId },
    data: { nextRunNumber: { increment: 1 } },
  });
  const run = { id: newId(), number: nextRunNumber - 1 };
  const scope = { workspaceId: ctx.workspaceId };
  const experimentId = newId();
  const keys = Object.keys(recorded.attempts);
  await db().experiment.create({
    data: {
      ...scope,
      id: experimentId,
      datasetId: version.datasetId,
      name: "Test",
      requestKey: newId(),
      createdBy: "test",
    },
  });
  await db().run.create({
    data: {
      ...scope,
      ...run,
      experimentId,
      datasetId: version.datasetId,
      datasetVersionId: version.id,
      modelVersionId: recorded.modelVersionId,
      splits: recorded.splits ?? [],
      concurrency: 1,
      maxTries: 1,
      state: "running",
      planned: (keys.length + (recorded.missing ?? 0)) * (recorded.repetitions ?? 1),
      repetitions: recorded.repetitions ?? 1,
      verdictRule: recorded.verdictRule ?? { kind: "all" },
      createdBy: "test",
      startedAt: new Date(),
      graders: {
        create: recorded.graderVersionIds.map((graderVersionId, position) => ({
          ...scope,
          graderVersionId,
          position,
        })),
      },
    },
  });
  await writeAttempts(ctx, run.id, version, recorded);
  if (recorded.state !== "running") {
    await finishRun(ctx, run.id);
    if (recorded.finishedAt) {
      await db().run.update({ where: { id: run.id }, data: { finishedAt: recorded.finishedAt } });
    }
  }
  return run;
}

type Version = { datasetId: string; number: number };

async function writeAttempts(
  ctx: Context,
  runId: string,
  version: Version,
  recorded: RecordedRun,
): Promise<void> {
  const revisions = await pool().query<{ id: string; caseId: string; key: string }>(
    `select id, case_id as "caseId", key from case_revision where dataset_id = $1 and key = any($2)
       and first_version <= $3 and (last_version is null or last_version >= $3)`,
    [version.datasetId, Object.keys(recorded.attempts), version.number],
  );
  const given = revisions.rows.flatMap(({ key, ...row }) =>
    [recorded.attempts[key] ?? "passed"].flat().map((one, index) => ({
      ...row,
      key,
      repetition: index + 1,
      attempt: recordedAttempt(one),
    })),
  );
  for (const { id, caseId, key, repetition, attempt } of given) {
    const { verdict } = attempt;
    const answered = verdict !== "errored";
    const attemptKey = { workspaceId: ctx.workspaceId, runId, caseId, repetition };
    await db().attempt.create({
      data: {
        ...attemptKey,
        caseRevisionId: id,
        shardIndex: 0,
        outcome: answered ? "answered" : "errored",
        verdict,
        output: answered ? (attempt.output ?? `${verdict} ${key}`) : null,
        latencyMs: answered ? (attempt.latencyMs ?? 100) : null,
        costMicroUsd: answered ? (attempt.costMicroUsd === undefined ? 10 : attempt.costMicroUsd) : null,
        errorClass: answered ? null : "transient",
        errorCode: answered ? null : "timeout",
        errorMessage: answered ? null : "No answer in time.",
        tries: 1,
        startedAt: new Date(),
        finishedAt: new Date(),
      },
    });
    if (!answered) continue;
    const grades =
      attempt.grades ??
      recorded.graderVersionIds.map(() => (verdict === "unscored" ? null : verdict === "passed"));
    await db().grade.createMany({
      data: recorded.graderVersionIds.map((graderVersionId, index) => {
        const passed = grades[index] ?? null;
        return {
          ...attemptKey,
          graderVersionId,
          status: passed === null ? ("unscored" as const) : ("scored" as const),
          score: passed === null ? null : Number(passed),
          passed,
          reason: passed === null ? "Could not be judged." : "Judged.",
        };
      }),
    });
  }
}

function recordedAttempt(given: Given): RecordedAttempt {
  return typeof given === "string" ? { verdict: given } : given;
}
