import type { Context } from "#lib/context/context.ts";
import { streamVersionCases, type VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { pool } from "#lib/db/database.ts";
import type { AttemptFacts } from "#lib/graders/grader-kind.ts";
import { cacheKeyOf } from "./answering/prepare-request.ts";
import { factsOfStored, type StoredFacts } from "./grading/attempt-facts.ts";
import { findKeptGrades } from "./grading/find-kept-grades.ts";
import type { RunPlan } from "./run-plan.ts";
import type { ClaimedShard } from "./shard/claim-shard.ts";
import { attemptKey } from "./storing/attempt-record.ts";
import { type CachedAnswer, findCachedAnswers } from "./storing/cached-answers.ts";
import type { GradeRecord } from "./storing/graded-attempt.ts";

type Piece = { subject: VersionCase; repetition: number };

export type PendingWork =
  /** To be asked. The key is that of the answer in the cache, for a run that uses it. */
  | (Piece & { type: "ask"; cacheKey: Buffer | null })
  /** An equal request has been answered before. */
  | (Piece & { type: "cached"; answer: CachedAnswer })
  /** Stored, and not graded in this round: a worker died before, or the run is graded again. */
  | (Piece & { type: "grade"; output: string; facts: AttemptFacts; kept: readonly GradeRecord[] });

type Stored = { caseId: string; repetition: number; settled: boolean; output: string | null } & StoredFacts;

const casesAtATime = 250;

/** What is left to do of a shard, a few hundred cases ahead of the work. */
export async function* pendingWork(
  ctx: Context,
  plan: RunPlan,
  shard: ClaimedShard,
): AsyncGenerator<PendingWork> {
  const batches = streamVersionCases(ctx, {
    versionId: plan.datasetVersionId,
    splits: plan.splits,
    firstPosition: shard.firstPosition,
    lastPosition: shard.lastPosition,
    batchSize: casesAtATime,
  });
  const read = async () => {
    const batch = await batches.next();
    return batch.done ? null : await workOn(ctx, plan, shard, batch.value);
  };
  let next = read();
  for (;;) {
    const pieces = await next;
    if (pieces === null) return;
    // Read while the pieces before are worked on. An error shows when its turn comes.
    next = read();
    next.catch(() => undefined);
    yield* pieces;
  }
}

async function workOn(
  ctx: Context,
  plan: RunPlan,
  { isEmpty }: ClaimedShard,
  batch: readonly VersionCase[],
): Promise<PendingWork[]> {
  const stored = isEmpty ? new Map<string, Stored>() : await storedAttempts(plan, batch);
  const unsettled = [...stored.values()].filter(({ settled }) => !settled).map(({ caseId }) => caseId);
  const kept = await findKeptGrades(plan, unsettled);
  const pieces: PendingWork[] = [];
  for (const subject of batch) {
    for (let repetition = 1; repetition <= plan.repetitions; repetition++) {
      const row = stored.get(attemptKey({ caseId: subject.caseId, repetition }));
      if (row === undefined) {
        const cacheKey = plan.useCache ? cacheKeyOf(plan, subject, repetition) : null;
        pieces.push({ type: "ask", subject, repetition, cacheKey });
      } else if (!row.settled && row.output !== null) {
        const { output } = row;
        const facts = factsOfStored(row);
        pieces.push({
          type: "grade",
          subject,
          repetition,
          output,
          facts,
          kept: kept.get(attemptKey(row)) ?? [],
        });
      }
    }
  }
  return plan.useCache ? await withCached(ctx, pieces) : pieces;
}

async function withCached(ctx: Context, pieces: readonly PendingWork[]): Promise<PendingWork[]> {
  const keys = pieces.flatMap((piece) => (piece.type === "ask" && piece.cacheKey ? [piece.cacheKey] : []));
  const answers = await findCachedAnswers(ctx, keys);
  return pieces.map((piece) => {
    if (piece.type !== "ask" || piece.cacheKey === null) return piece;
    const answer = answers.get(piece.cacheKey.toString("hex"));
    const { subject, repetition } = piece;
    return answer === undefined ? piece : { type: "cached", subject, repetition, answer };
  });
}

/** Errored attempts of earlier rounds are as good as not stored: they are asked again, and replaced. */
async function storedAttempts(plan: RunPlan, batch: readonly VersionCase[]): Promise<Map<string, Stored>> {
  const { rows } = await pool().query<Stored>({
    text: `
      select case_id as "caseId", repetition, settled, case when not settled then output end as output,
        latency_ms as "latencyMs", time_to_first_token_ms as "timeToFirstTokenMs", cost_micro_usd as "costMicroUsd",
        prompt_tokens as "promptTokens", completion_tokens as "completionTokens", finish_reason as "finishReason",
        case when not settled then tool_calls end as "toolCalls"
      from (
        select *, outcome = 'errored' or (verdict is not null and grade_round >= $4) as settled
        from attempt
        where run_id = $1 and case_id = any($2::uuid[]) and (outcome = 'answered' or answer_round >= $3)
      ) a`,
    values: [plan.runId, batch.map((subject) => subject.caseId), plan.answerRound, plan.gradeRound],
  });
  return new Map(rows.map((row) => [attemptKey(row), row]));
}
