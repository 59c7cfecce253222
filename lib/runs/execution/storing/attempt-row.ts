import { z } from "zod";
import { storableJson, storableText } from "#lib/db/storable.ts";
import type { AttemptRecord } from "./attempt-record.ts";

type Value = string | number | boolean | null;

/** The columns that a record fills: name, type of one value, and the value. */
const columns: readonly [
  name: string,
  type: string,
  value: (attempt: AttemptRecord, answerRound: number) => Value,
][] = [
  ["case_id", "uuid", (a) => a.caseId],
  ["repetition", "smallint", (a) => a.repetition],
  ["case_revision_id", "uuid", (a) => a.caseRevisionId],
  ["outcome", `"AttemptOutcome"`, (a) => a.outcome],
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
  // As if from the round before, an attempt is made again when the run is resumed.
  ["answer_round", "smallint", (a, round) => (a.outcome === "errored" && a.hopeless ? round - 1 : round)],
  ["error_code", "text", (a) => (a.outcome === "errored" ? a.errorCode : null)],
];

/** The values of one attempt, in the order of the columns: what the database gets, and what waits for it on the disk. */
export type AttemptRow = readonly Value[];

export const attemptRowSchema = z
  .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .min(columns.length - 1)
  .max(columns.length)
  // What an earlier version left on the disk has no error code, which is the last column.
  .transform((row): readonly Value[] => (row.length < columns.length ? [...row, null] : row));

export const attemptColumns: readonly (readonly [name: string, type: string])[] = columns.map(
  ([name, type]) => [name, type],
);

export function attemptRow(attempt: AttemptRecord, answerRound: number): AttemptRow {
  return columns.map(([, , value]) => value(attempt, answerRound));
}

/** Case and repetition, as `attemptKey` writes them. */
export function rowKey(row: AttemptRow): string {
  return `${row[0]}/${row[1]}`;
}
