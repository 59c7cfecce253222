import { expect, test } from "vitest";
import type { AttemptFacts } from "../../grader-kind.ts";
import { graderKind } from "../../registry.ts";
import { answered } from "../../testing/grader-examples.ts";
import { inlineGrader } from "../../testing/inline-grader.ts";

function grade(kind: string, config: object, attempt?: Partial<AttemptFacts>) {
  const { defaults } = graderKind(kind);
  const rule = {
    kind,
    config: { ...Object(defaults), ...config },
    direction: "higher" as const,
    threshold: 1,
  };
  return inlineGrader(rule)(answered("x", undefined, attempt && { attempt }));
}

test.each([
  ["latency", { limit: 400 }, { latencyMs: 400 }, 1, /took 400 ms, within/],
  ["latency", { limit: 400 }, { latencyMs: 1_401 }, 0, /took 1,401 ms; the limit is 400 ms/],
  ["latency", { limit: 0 }, { latencyMs: 0 }, 1, /0 ms/],
  ["time-to-first-token", { limit: 100 }, { timeToFirstTokenMs: 101 }, 0, /first words came after 101 ms/],
  ["cost", { limit: 0.01 }, { costMicroUsd: 10_000 }, 1, /cost \$0\.01, within/],
  ["cost", { limit: 0.01 }, { costMicroUsd: 10_001 }, 0, /cost \$0\.010001; the limit is \$0\.01/],
  ["cost", { limit: 2 }, { costMicroUsd: 1_500_000 }, 1, /cost \$1\.50, .*\$2\.00/],
  ["token-count", { maximum: 10 }, { completionTokens: 11 }, 0, /11 tokens; asked for: at most 10/],
  ["token-count", { which: "total", maximum: 20 }, { promptTokens: 9, completionTokens: 11 }, 1, /20 tokens/],
  ["token-count", { which: "prompt", minimum: 5, maximum: null }, { promptTokens: 4 }, 0, /at least 5/],
  ["finish-reason", {}, { finishReason: "stop" }, 1, /its own end/],
  ["finish-reason", {}, { finishReason: "length" }, 0, /cut at its token limit; expected “stop”/],
  ["finish-reason", { allowed: ["tool_calls", "stop"] }, { finishReason: "tool-calls" }, 1, /calls of tools/],
  ["finish-reason", {}, { finishReason: "odd" }, 0, /“odd”/],
])("%s %j: %j", (kind, config, attempt, score, reason) => {
  expect(grade(kind, config, attempt)).toMatchObject({
    status: "scored",
    score,
    reason: expect.stringMatching(reason),
  });
});

test.each(["latency", "time-to-first-token", "cost", "token-count", "finish-reason"])(
  "%s is unscored where the fact is not known, and never takes that for 0",
  (kind) => {
    expect(grade(kind, {}).status).toBe("unscored");
    expect(grade(kind, {}, {})).toMatchObject({
      status: "unscored",
      reason: expect.stringMatching(/not known/),
    });
  },
);

test("half of a total is not a total", () => {
  expect(grade("token-count", { which: "total" }, { promptTokens: 9 }).status).toBe("unscored");
});
