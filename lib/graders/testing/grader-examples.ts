import type { AttemptFacts, GradeInput } from "../grader-kind.ts";

/** An answer that a kind passes and one that it fails, with its default configuration. */
export type GraderExamples = { right: GradeInput; wrong: GradeInput };

const unknownFacts: AttemptFacts = {
  latencyMs: null,
  timeToFirstTokenMs: null,
  costMicroUsd: null,
  promptTokens: null,
  completionTokens: null,
  finishReason: null,
  toolCalls: null,
};

export function answered(
  output: string,
  expected: unknown = undefined,
  more: { metadata?: GradeInput["metadata"]; attempt?: Partial<AttemptFacts> } = {},
): GradeInput {
  const attempt = more.attempt === undefined ? undefined : { ...unknownFacts, ...more.attempt };
  return { input: {}, expected, output, metadata: more.metadata ?? {}, attempt };
}

const text = {
  right: answered("The total is 12.50 EUR", "The total is 12.50 EUR"),
  wrong: answered("Madrid 815", "Lisbon 4711"),
};
const total = { total: 12.5, vendor: "Acme" };
const json = {
  right: answered(JSON.stringify(total), total),
  wrong: answered('{"total": 815, "vendor": "Madrid"}', { total: 4711, vendor: "Lisbon" }),
};

const sources = { sources: ["Refunds take five days."] };
const tools = { tools: [{ name: "search", parameters: { type: "object", required: ["query"] } }] };
const searched = [{ name: "search", arguments: '{"query": "rooms"}' }];
const many = Array.from({ length: 11 }, () => ({ name: "search", arguments: "{}" }));
const facts = (attempt: Partial<AttemptFacts>) => answered("It is 12.", undefined, { attempt });

const byKind: Record<string, GraderExamples> = {
  "stated-confidence": {
    right: answered("Lisbon. Confidence: 90 %"),
    wrong: answered("Lisbon. Confidence: 10 %"),
  },
  "math-equivalence": { right: answered("\\boxed{1/2}", "0.5"), wrong: answered("Answer: 815", "4711") },
  "tool-calls": {
    right: answered("", [{ name: "search", arguments: { query: "rooms" } }], {
      attempt: { toolCalls: searched },
    }),
    wrong: answered("", ["book"], { attempt: { toolCalls: searched } }),
  },
  "valid-tool-calls": {
    right: answered("", undefined, { metadata: tools, attempt: { toolCalls: searched } }),
    wrong: answered("", undefined, { metadata: tools, attempt: { toolCalls: many } }),
  },
  syntax: { right: answered("```python\nx = 1\n```"), wrong: answered("x = = 1") },
  "sql-result": {
    right: answered("SELECT name FROM customer WHERE id < 3;", "SELECT name FROM customer LIMIT 2"),
    wrong: answered("SELECT 'Madrid 815'", "SELECT 'Lisbon 4711'"),
  },
  "javascript-tests": {
    right: answered("const add = (a, b) => a + b;"),
    wrong: answered("const add = (a, b) => a - b;"),
  },
  "custom-javascript": {
    right: answered("All of Lisbon 4711", "Lisbon 4711"),
    wrong: answered("Madrid 815", "Lisbon 4711"),
  },
  "step-count": { right: facts({ toolCalls: searched }), wrong: facts({ toolCalls: many }) },
  "final-state": json,
  citations: {
    right: answered("Five days [1].", undefined, { metadata: sources }),
    wrong: answered("Five days [2].", undefined, { metadata: sources }),
  },
  latency: { right: facts({ latencyMs: 100 }), wrong: facts({ latencyMs: 5_001 }) },
  "time-to-first-token": {
    right: facts({ timeToFirstTokenMs: 100 }),
    wrong: facts({ timeToFirstTokenMs: 1_001 }),
  },
  cost: { right: facts({ costMicroUsd: 10_000 }), wrong: facts({ costMicroUsd: 10_001 }) },
  "token-count": { right: facts({ completionTokens: 1_000 }), wrong: facts({ completionTokens: 1_001 }) },
  "finish-reason": { right: facts({ finishReason: "stop" }), wrong: facts({ finishReason: "length" }) },
  "multiple-choice": { right: answered("ANSWER: B", "B"), wrong: answered("ANSWER: A", "B") },
  "regular-expression": { right: answered("x"), wrong: answered(" ") },
  "word-count": { right: answered("Three short words"), wrong: answered("word ".repeat(101)) },
  "not-empty": { right: answered("x"), wrong: answered(" \u200b\n") },
  refusal: {
    right: answered("It opens at nine."),
    wrong: answered("I'm sorry, but I can't help with that."),
  },
  "json-fields": json,
  "json-equal": json,
  "list-match": {
    right: answered('["red", "blue"]', ["blue", "red"]),
    wrong: answered('["red"]', ["blue", "red"]),
  },
  "yaml-validity": { right: answered("a: 1"), wrong: answered("a: [") },
  "xml-validity": { right: answered("<a/>"), wrong: answered("<a>") },
  "html-validity": { right: answered("<p>x</p>"), wrong: answered("<div>x") },
  "json-schema": { right: answered("{}"), wrong: answered("[]") },
  "json-validity": { right: answered("{}"), wrong: answered("{") },
};

export function graderExamples(kind: string): GraderExamples {
  return (Object.hasOwn(byKind, kind) ? byKind[kind] : undefined) ?? text;
}
