import type { GradeInput } from "../grader-kind.ts";
import { jsonFromText } from "../json/json-from-text.ts";
import { maxToolCalls, type ToolCall, toolCallsFrom, toToolCall } from "./tool-call.ts";

export type CalledTools = { status: "calls"; calls: ToolCall[] } | { status: "unknown"; reason: string };

/**
 * The tools that a model called: those of the attempt; else those that its answer writes as JSON; else none, where the attempt is known.
 */
export function calledTools({ attempt, output }: GradeInput): CalledTools {
  const stored = attempt?.toolCalls ?? null;
  if (stored !== null) return bounded(stored.map((call) => toToolCall(call.name, call.arguments)));
  const written = /tool_?calls|"name"/i.test(output.slice(0, 100_000)) ? writtenCalls(output) : null;
  if (written !== null) return bounded(written);
  if (attempt !== undefined) return { status: "calls", calls: [] };
  return { status: "unknown", reason: "Which tools were called is not known for this answer." };
}

function writtenCalls(output: string): ToolCall[] | null {
  const reading = jsonFromText(output, { allowFence: true });
  return reading.status === "json" ? toolCallsFrom(reading.value) : null;
}

function bounded(calls: ToolCall[]): CalledTools {
  if (calls.length <= maxToolCalls) return { status: "calls", calls };
  return {
    status: "unknown",
    reason: `The model called tools ${calls.length} times, too many to compare: at most ${maxToolCalls}.`,
  };
}
