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
  ["from_cache", "boolean", (a) => a.outcome === "answered" && a.fromCache],
  [
    "tool_calls",
    "jsonb",
    (a) => (a.outcome === "answered" && a.toolCalls ? storableJson(a.toolCalls) : null),
  ],
  ["seed", "int", (a) => a.seed],
  ["error_class", "text", (a) => (a.outcome === "errored" ? a.errorClass : null)],
  ["error_message", "text", (a) => (a.outcome === "errored" ? storableText(a.errorMessage) : null)],
  ["tries", "smallint", (a) => a.tries],
  ["started_at", "timestamptz", (a) => a.startedAt.toISOString()],
  ["finished_at", "timestamptz", (a) => a.finishedAt.toISOString()],
];

const names = columns.map(([name]) => name);

/**
 * One statement for a whole batch: arrays of columns, and nothing for a row that is there already, unless it is an errored attempt of
 * an earlier round, which is replaced. Only then has the row version that is returned a deleting transaction, ours (`xmax`).
 */
const insertSql = `
  with stored as (
    insert into attempt as a (workspace_id, run_id, shard_index, answer_round, ${names.join(", ")})
    select $1, $2, $3, $4 - hopeless, ${names.join(", ")}
    from unnest($5::int[], ${columns.map(([, type], i) => `$${i + 6}::${type}[]`).join(", ")})
      as given(hopeless, ${names.join(", ")})
    on conflict (run_id, case_id, repetition) do update set
      answer_round = excluded.answer_round, ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
      where a.outcome = 'errored' and a.answer_round < $4
    returning case_id, repetition, outcome, cost_micro_usd, from_cache, xmax::text <> '0' as replaced
  ), billed as (
    select coalesce(sum(cost_micro_usd) filter (where not from_cache), 0) as cost from stored
  ), counted as (
    update run_shard s set
      answered = s.answered + (select count(*) from stored where outcome = 'answered'),
      errored = s.errored + (select count(*) filter (where outcome = 'errored') - count(*) filter (where replaced) from stored),
      cost_micro_usd = s.cost_micro_usd + (select cost from billed),
      cost_unknown = s.cost_unknown
        + (select count(*) from stored where outcome = 'answered' and not from_cache and cost_micro_usd is null),
      cached = s.cached + (select count(*) from stored where from_cache),
      saved_micro_usd = s.saved_micro_usd + (select coalesce(sum(cost_micro_usd) filter (where from_cache), 0) from stored)
    where s.run_id = $2 and s.index = $3
  ), spent as (
    insert into workspace_spending as w (workspace_id, month, cost_micro_usd)
    select $1, date_trunc('month', now() at time zone 'utc')::date, cost from billed where cost > 0
    on conflict (workspace_id, month) do update set cost_micro_usd = w.cost_micro_usd + excluded.cost_micro_usd
  )
  select case_id as "caseId", repetition from stored`;

/**
 * Stores ended attempts and counts and bills them, in one statement and so in one transaction. Returns those that were not stored
 * before: an attempt that a worker taken for dead has stored meanwhile stays as it is and is counted once.
 */
export async function storeAttempts(
  ctx: Context,
  shard: { runId: string; index: number },
  answerRound: number,
  attempts: readonly AttemptRecord[],
): Promise<AttemptRecord[]> {
  if (attempts.length === 0) return [];
  const values = columns.map(([, , value]) => attempts.map(value));
  const hopeless = attempts.map((attempt) => (attempt.outcome === "errored" && attempt.hopeless ? 1 : 0));
  const result: pg.QueryResult<{ caseId: string; repetition: number }> = await pool().query({
    name: "store-attempts",
    text: insertSql,
    values: [ctx.workspaceId, shard.runId, shard.index, answerRound, hopeless, ...values],
  });
  const stored = new Set(result.rows.map(attemptKey));
  return attempts.filter((attempt) => stored.has(attemptKey(attempt)));
}
