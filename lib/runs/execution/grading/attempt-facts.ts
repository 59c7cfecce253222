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

/** Tool calls as they are stored; null when there are none. */
export function readToolCalls(stored: unknown): AttemptFacts["toolCalls"] {
  const calls = (listOf(stored) ?? []).flatMap((call) => {
    const name = textOf(memberOf(call, "name"));
    return name === null ? [] : [{ name, arguments: textOf(memberOf(call, "arguments")) ?? "" }];
  });
  return calls.length === 0 ? null : calls;
}
