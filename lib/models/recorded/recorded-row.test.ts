import { describe, expect, test } from "vitest";
import { readRecordedRow, recordedColumnOf } from "./recorded-row.ts";

test.each([
  ["key", "caseKey"],
  ["Case Key", "caseKey"],
  ["case_id", "caseKey"],
  ["Output", "output"],
  ["actual_output", "output"],
  ["latency_ms", "latencyMs"],
  ["cost-usd", "costUsd"],
  ["input_tokens", "promptTokens"],
  ["constructor", null],
  ["notes", null],
])("the column %s means %s", (name, column) => {
  expect(recordedColumnOf(name)).toBe(column);
});

describe("readRecordedRow", () => {
  const empty = {
    repetition: 1,
    finishReason: null,
    latencyMs: null,
    timeToFirstTokenMs: null,
    promptTokens: null,
    completionTokens: null,
    costMicroUsd: null,
  };

  test.each<[Record<string, unknown>, object]>([
    [
      { key: "c-1", output: "hi" },
      { ...empty, caseKey: "c-1", output: "hi" },
    ],
    [
      { id: 7, output: "" },
      { ...empty, caseKey: "7", output: "" },
    ],
    [
      { key: " c ", output: { a: [1] } },
      { ...empty, caseKey: "c", output: '{"a":[1]}' },
    ],
    [
      {
        key: "c",
        output: "x",
        repetition: "2",
        latency_ms: "12.5",
        prompt_tokens: 3,
        cost_usd: "0.0012",
        finish_reason: "stop",
        notes: "n",
      },
      {
        ...empty,
        caseKey: "c",
        output: "x",
        repetition: 2,
        latencyMs: 12.5,
        promptTokens: 3,
        costMicroUsd: 1200,
        finishReason: "stop",
      },
    ],
    [
      { key: "c", output: "x", cost_micro_usd: 5, cost: 9, latency: "" },
      { ...empty, caseKey: "c", output: "x", costMicroUsd: 5 },
    ],
  ])("%j", (values, answer) => {
    expect(readRecordedRow(values)).toEqual({ ok: true, answer });
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ output: "x" }, /no case key/],
    [{ key: "", output: "x" }, /no case key/],
    [{ key: "c" }, /no output/],
    [{ key: "c", output: null }, /no output/],
    [{ key: "c", output: "a\0b" }, /./],
    [{ key: "c".repeat(300), output: "x" }, /more than 200/],
    [{ key: "c", output: "x", repetition: 0 }, /repetition/],
    [{ key: "c", output: "x", repetition: "first" }, /repetition/],
    [{ key: "c", output: "x", latency_ms: "fast" }, /latency/],
    [{ key: "c", output: "x", latency_ms: -1 }, /latency/],
    [{ key: "c", output: "x", prompt_tokens: 1.5 }, /whole number/],
    [{ key: "c", output: "x", cost_usd: Number.NaN }, /cost/],
  ])("refuses %j with a sentence", (values, reason) => {
    const read = readRecordedRow(values);
    expect(read.ok ? "" : read.reason).toMatch(reason);
  });
});
