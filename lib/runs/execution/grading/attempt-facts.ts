import type { AttemptFacts } from "#lib/graders/grader-kind.ts";
import { listOf, memberOf, textOf } from "#lib/providers/json-fields.ts";
import type { AnsweredAttempt } from "../storing/attempt-record.ts";

/** What graders learn of an answer beside its text. */
export function factsOfAnswer(attempt: AnsweredAttempt): AttemptFacts {
  const { latencyMs, timeToFirstTokenMs, costMicroUsd, finishReason, toolCalls, usage } = attempt;
  const { promptTokens, completionTokens } = usage;
  return {
    latencyMs,
    timeToFirstTokenMs,
    costMicroUsd,
    promptTokens,
    completionTokens,
    finishReason,
    toolCalls: readToolCalls(toolCalls),
  };
}

export type StoredFacts = Omit<AttemptFacts, "toolCalls"> & { toolCalls: unknown };

/** The same of an answer that is stored. */
export function factsOfStored(row: StoredFacts): AttemptFacts {
  return {
    latencyMs: row.latencyMs,
    timeToFirstTokenMs: row.timeToFirstTokenMs,
    costMicroUsd: row.costMicroUsd,
    promptTokens: row.promptTokens,
    completionTokens: row.completionTokens,
    finishReason: row.finishReason,
    toolCalls: readToolCalls(row.toolCalls),
  };
}

/** Tool calls as they are stored; null when there are none. */
function readToolCalls(stored: unknown): AttemptFacts["toolCalls"] {
  const calls = (listOf(stored) ?? []).flatMap((call) => {
    const name = textOf(memberOf(call, "name"));
    return name === null ? [] : [{ name, arguments: textOf(memberOf(call, "arguments")) ?? "" }];
  });
  return calls.length === 0 ? null : calls;
}
