import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RecordedAnswer, RecordedKey } from "#lib/providers/recorded/recorded-provider.ts";

/** Those of the asked answers that are recorded, in one query by the primary key. */
export async function findRecordedAnswers(
  ctx: Context,
  modelVersionId: string,
  keys: readonly RecordedKey[],
): Promise<RecordedAnswer[]> {
  const caseKeys = keys.map(({ caseKey }) => caseKey);
  const repetitions = keys.map(({ repetition }) => repetition);
  return await db().$queryRaw<RecordedAnswer[]>`
    select r.case_key as "caseKey", r.repetition, r.output, r.finish_reason as "finishReason", r.latency_ms as "latencyMs",
      r.time_to_first_token_ms as "timeToFirstTokenMs", r.prompt_tokens as "promptTokens",
      r.completion_tokens as "completionTokens", r.cost_micro_usd as "costMicroUsd"
    from unnest(${caseKeys}::text[], ${repetitions}::smallint[]) as wanted (case_key, repetition)
    join recorded_answer r on r.model_version_id = ${modelVersionId}::uuid
      and r.case_key = wanted.case_key and r.repetition = wanted.repetition
    where r.workspace_id = ${ctx.workspaceId}::uuid`;
}

/** How many answers a version has, and of how many cases. */
export async function countRecordedAnswers(
  ctx: Context,
  modelVersionId: string,
): Promise<{ answers: number; cases: number }> {
  const [row] = await db().$queryRaw<{ answers: number; cases: number }[]>`
    select count(*)::int as answers, count(distinct case_key)::int as cases from recorded_answer
    where model_version_id = ${modelVersionId}::uuid and workspace_id = ${ctx.workspaceId}::uuid`;
  return row ?? { answers: 0, cases: 0 };
}
