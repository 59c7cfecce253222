import type pg from "pg";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { storableJson, storableText } from "#lib/db/storable.ts";
import { type AttemptRecord, attemptKey } from "./attempt-record.ts";

/** The columns after workspace, run and shard: name, type of one value, and the value of a record. */
const columns: readonly [name: string, type: string, value: (attempt: AttemptRecord) => unknown][] = [
  ["case_id", "uuid", (a) => a.caseId],
  ["repetition", "smallint", (a) => a.repetition],
  ["case_revision_id", "uuid", (a) => a.caseRevisionId],
  ["outcome", `"AttemptOutcome"`, (a) => a.outcome],
  ["verdict", `"Verdict"`, (a) => (a.outcome === "errored" ? "errored" : null)],
  ["output", "text", (a) => (a.outcome === "answered" ? storableText(a.output) : null)],
  ["prompt", "jsonb", (a) => (a.prompt.length === 0 ? null : storableJson(a.prompt))],
  ["finish_reason", "text", (a) => (a.outcome === "answered" ? a.finishReason : null)],
  ["served_model", "text", (a) => (a.outcome === "answered" ? a.servedModel : null)],
  ["provider_request_id", "text", (a) => (a.outcome === "answered" ? a.providerRequestId : null)],
  ["latency_ms", "double precision", (a) => (a.outcome === "answered" ? a.latencyMs : null)],
  [
    "time_to_first_token_ms",
    "double precision",
    (a) => (a.outcome === "answered" ? a.timeToFirstTokenMs : null),
  ],
  ["prompt_tokens", "int", (a) => (a.outcome === "answered" ? a.usage.promptTokens : null)],
  ["completion_tokens", "int", (a) => (a.outcome === "answered" ? a.usage.completionTokens : null)],
  ["cached_tokens", "int", (a) => (a.outcome === "answered" ? a.usage.cachedTokens : null)],
  ["reasoning_tokens", "int", (a) => (a.outcome === "answered" ? a.usage.reasoningTokens : null)],
  ["cost_micro_usd", "int", (a) => (a.outcome === "answered" ? a.costMicroUsd : null)],
  ["error_class", "text", (a) => (a.outcome === "errored" ? a.errorClass : null)],
  ["error_message", "text", (a) => (a.outcome === "errored" ? storableText(a.errorMessage) : null)],
  ["tries", "smallint", (a) => a.tries],
  ["started_at", "timestamptz", (a) => a.startedAt.toISOString()],
  ["finished_at", "timestamptz", (a) => a.finishedAt.toISOString()],
];

/** One statement for a whole batch: arrays of columns, and nothing for a row that is there already. */
const insertSql = `
  with stored as (
    insert into attempt (workspace_id, run_id, shard_index, ${columns.map(([name]) => name).join(", ")})
    select $1, $2, $3, * from unnest(${columns.map(([, type], i) => `$${i + 4}::${type}[]`).join(", ")})
    on conflict (run_id, case_id, repetition) do nothing
    returning case_id, repetition, outcome, cost_micro_usd
  ), counted as (
    update run_shard s set
      answered = s.answered + (select count(*) from stored where outcome = 'answered'),
      errored = s.errored + (select count(*) from stored where outcome = 'errored'),
      cost_micro_usd = s.cost_micro_usd + (select coalesce(sum(cost_micro_usd), 0) from stored),
      cost_unknown = s.cost_unknown + (select count(*) from stored where outcome = 'answered' and cost_micro_usd is null)
    where s.run_id = $2 and s.index = $3
  )
  select case_id as "caseId", repetition from stored`;

/**
 * Stores ended attempts and counts them on their shard, in one statement and so in one transaction. Returns those that were not
 * stored before: an attempt that a worker taken for dead has stored meanwhile stays as it is and is counted once.
 */
export async function storeAttempts(
  ctx: Context,
  shard: { runId: string; index: number },
  attempts: readonly AttemptRecord[],
): Promise<AttemptRecord[]> {
  if (attempts.length === 0) return [];
  const values = columns.map(([, , value]) => attempts.map(value));
  const result: pg.QueryResult<{ caseId: string; repetition: number }> = await pool().query({
    name: "store-attempts",
    text: insertSql,
    values: [ctx.workspaceId, shard.runId, shard.index, ...values],
  });
  const stored = new Set(result.rows.map(attemptKey));
  return attempts.filter((attempt) => stored.has(attemptKey(attempt)));
}
