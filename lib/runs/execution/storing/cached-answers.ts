import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { storableJson, storableText } from "#lib/db/storable.ts";
import type { AnsweredAttempt } from "./attempt-record.ts";

export type CachedAnswer = Pick<
  AnsweredAttempt,
  | "output"
  | "toolCalls"
  | "finishReason"
  | "servedModel"
  | "providerRequestId"
  | "latencyMs"
  | "timeToFirstTokenMs"
  | "costMicroUsd"
> & {
  promptTokens: number | null;
  completionTokens: number | null;
  cachedTokens: number | null;
  reasoningTokens: number | null;
};

/** The answers that the workspace has under these keys, by the key in hex. */
export async function findCachedAnswers(
  ctx: Context,
  keys: readonly Buffer[],
): Promise<Map<string, CachedAnswer>> {
  if (keys.length === 0) return new Map();
  const { rows } = await pool().query<CachedAnswer & { key: Buffer }>({
    name: "find-cached-answers",
    text: `
      select key, output, tool_calls as "toolCalls", finish_reason as "finishReason", served_model as "servedModel",
        provider_request_id as "providerRequestId", latency_ms as "latencyMs",
        time_to_first_token_ms as "timeToFirstTokenMs", prompt_tokens as "promptTokens",
        completion_tokens as "completionTokens", cached_tokens as "cachedTokens",
        reasoning_tokens as "reasoningTokens", cost_micro_usd as "costMicroUsd"
      from cached_answer where workspace_id = $1 and key = any($2::bytea[])`,
    values: [ctx.workspaceId, keys],
  });
  return new Map(rows.map(({ key, ...answer }) => [key.toString("hex"), answer]));
}

/** Keeps answers for later runs. An answer that is there already stays: it is the older one that its runs have seen. */
export async function keepAnswers(
  ctx: Context,
  answers: readonly { key: Buffer; attempt: AnsweredAttempt }[],
): Promise<void> {
  if (answers.length === 0) return;
  const of = <Value>(value: (attempt: AnsweredAttempt) => Value) =>
    answers.map(({ attempt }) => value(attempt));
  await pool().query({
    name: "keep-answers",
    text: `
      insert into cached_answer (workspace_id, key, output, tool_calls, finish_reason, served_model, provider_request_id,
        latency_ms, time_to_first_token_ms, prompt_tokens, completion_tokens, cached_tokens, reasoning_tokens, cost_micro_usd)
      select $1, * from unnest($2::bytea[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::text[],
        $8::float8[], $9::float8[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[])
      on conflict (workspace_id, key) do nothing`,
    values: [
      ctx.workspaceId,
      answers.map(({ key }) => key),
      of(({ output }) => storableText(output)),
      of(({ toolCalls }) => (toolCalls === null ? null : storableJson(toolCalls))),
      of(({ finishReason }) => finishReason),
      of(({ servedModel }) => servedModel),
      of(({ providerRequestId }) => providerRequestId),
      of(({ latencyMs }) => latencyMs),
      of(({ timeToFirstTokenMs }) => timeToFirstTokenMs),
      of(({ usage }) => usage.promptTokens),
      of(({ usage }) => usage.completionTokens),
      of(({ usage }) => usage.cachedTokens),
      of(({ usage }) => usage.reasoningTokens),
      of(({ costMicroUsd }) => costMicroUsd),
    ],
  });
}
