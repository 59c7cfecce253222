import { describe, expect, test } from "vitest";
import type { GradeInput } from "../../grader-kind.ts";
import { graderKind } from "../../registry.ts";
import { answered } from "../../testing/grader-examples.ts";
import { inlineGrader } from "../../testing/inline-grader.ts";

type Call = [name: string, given?: object | string];

function grade(kind: string, config: object, input: GradeInput) {
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  return inlineGrader({ kind, config: { ...Object(defaults), ...config }, direction, threshold })(input);
}

function called(
  calls: readonly Call[],
  expected?: unknown,
  metadata: Record<string, unknown> = {},
): GradeInput {
  const toolCalls = calls.map(([name, given = {}]) => ({
    name,
    arguments: typeof given === "string" ? given : JSON.stringify(given),
  }));
  return answered("", expected, { metadata, attempt: { toolCalls } });
}

const search = { name: "search", arguments: { query: "rooms" } };
const book = { name: "book", arguments: { room: 4, guest: { name: "Ada" } } };
const made: Call[] = [
  ["search", { query: "rooms", page: 1 }],
  ["weather", {}],
  ["book", { room: 4, guest: { name: "Ada", age: 36 } }],
];

describe("tool calls", () => {
  test.each([
    ["in order, others between", {}, made, 1],
    ["others fail", { extraCalls: "fail" }, made, 0],
    ["exact arguments", { arguments: "exact" }, made, 0],
    ["names only", { arguments: "ignore" }, made, 1],
    ["another order", {}, made.toReversed(), 0],
    ["any order", { order: "any" }, made.toReversed(), 1],
    ["one missing", {}, made.slice(0, 2), 0],
    ["F1 of one of two, with one other", { score: "f1" }, made.slice(0, 2), 2 / 4],
    ["F1 of all with another", { score: "f1" }, made, 4 / 5],
    ["no call at all", {}, [], 0],
  ] as const)("%s", (_name, config, calls, score) => {
    const graded = grade("tool-calls", config, called([...calls], [search, book]));
    expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
  });

  test("arguments that are not compared may differ, also among exact ones", () => {
    const config = { arguments: "exact", ignoredArguments: ["requestId"] };
    const input = called([["search", { query: "rooms", requestId: "x1" }]], [search]);
    expect(grade("tool-calls", config, input)).toMatchObject({ score: 1 });
  });

  test("a partial call is matched so that as many as possible are", () => {
    const expected = [
      { name: "set", arguments: { a: 1 } },
      { name: "set", arguments: { a: 1, b: 2 } },
    ];
    const input = called(
      [
        ["set", { a: 1, b: 2 }],
        ["set", { a: 1 }],
      ],
      expected,
    );
    expect(grade("tool-calls", { order: "any" }, input)).toMatchObject({ score: 1 });
  });

  test.each([
    ["names", ["search"]],
    [
      "the form of OpenAI",
      [{ type: "function", function: { name: "search", arguments: '{"query": "rooms"}' } }],
    ],
    ["an object with tool_calls", { tool_calls: [search] }],
    ["the form of Anthropic", [{ type: "tool_use", name: "search", input: { query: "rooms" } }]],
    ["JSON text", JSON.stringify([search])],
    ["one name", "search"],
  ])("the expected calls may be %s", (_name, expected) => {
    expect(grade("tool-calls", {}, called([["search", { query: "rooms" }]], expected))).toMatchObject({
      score: 1,
    });
  });

  test("expected calls may stand in the metadata, and none may be expected", () => {
    const config = { source: "metadata", metadataField: "calls", extraCalls: "fail" };
    expect(grade("tool-calls", config, called([["search"]], "x", { calls: ["search"] }))).toMatchObject({
      score: 1,
    });
    expect(grade("tool-calls", config, called([], "x", { calls: [] }))).toMatchObject({ score: 1 });
    expect(grade("tool-calls", config, called([["search"]], "x", { calls: [] }))).toMatchObject({ score: 0 });
    expect(grade("tool-calls", config, called([["search"]], "x")).status).toBe("unscored");
  });

  test("a failure names the missing call and what was called instead", () => {
    expect(grade("tool-calls", {}, called([["search", { query: "flats" }]], [search])).reason).toBe(
      '0 of 1 expected calls were made: search({"query":"rooms"}) is missing; it was called as search({"query":"flats"}).',
    );
    expect(grade("tool-calls", {}, called([], [search])).reason).toMatch(/the model called no tool/);
  });

  test("arguments that are no JSON match nothing, and an answer of which nothing is known is unscored", () => {
    expect(grade("tool-calls", {}, called([["search", "{query"]], [search]))).toMatchObject({ score: 0 });
    expect(grade("tool-calls", {}, answered("Done.", [search])).status).toBe("unscored");
    expect(grade("tool-calls", {}, answered(JSON.stringify([search]), [search]))).toMatchObject({ score: 1 });
    expect(
      grade(
        "tool-calls",
        {},
        called(
          Array.from({ length: 500 }, () => ["x"]),
          [search],
        ),
      ).status,
    ).toBe("unscored");
  });
});

const tools = [
  {
    type: "function",
    function: {
      name: "search",
      parameters: {
        type: "object",
        required: ["query"],
        additionalProperties: false,
        properties: { query: { type: "string" }, page: { type: "integer", minimum: 1 } },
      },
    },
  },
  { name: "now" },
];

test.each([
  ["valid", [["search", { query: "x" }], ["now"]], 1, /All 2 calls/],
  ["an unknown tool", [["find", {}]], 0, /no tool “find”; there are “search”, “now”/],
  ["a missing argument", [["search", {}]], 0, /must have required property 'query'/],
  ["a wrong argument", [["search", { query: "x", page: 0 }]], 0, /“page” must be >= 1/],
  ["no JSON", [["search", "query=x"]], 0, /not JSON: “query=x”/],
  ["no call", [], 0, /no tool/],
] as const)("valid tool calls: %s", (_name, calls, score, reason) => {
  const input = called(
    calls.map((call): Call => [...call]),
    undefined,
    { tools },
  );
  const wanted = { status: "scored", score, reason: expect.stringMatching(reason) };
  expect(grade("valid-tool-calls", {}, input)).toMatchObject(wanted);
  const config = { source: "config", tools };
  expect(grade("valid-tool-calls", config, { ...input, metadata: {} })).toMatchObject(wanted);
});

test("tools that are not there or cannot be used are unscored, or a configuration error", () => {
  expect(grade("valid-tool-calls", {}, called([["now"]])).reason).toMatch(/no field “tools”/);
  const broken = [{ name: "x", parameters: { type: "odd" } }];
  expect(grade("valid-tool-calls", {}, called([["x"]], undefined, { tools: broken })).status).toBe(
    "unscored",
  );
  const { configSchema, defaults } = graderKind("valid-tool-calls");
  for (const list of [[], broken, [{}], [{ name: "a" }, { name: "a" }]]) {
    const parsed = configSchema.safeParse({ ...Object(defaults), source: "config", tools: list });
    expect(parsed.error?.issues[0]?.path).toEqual(["tools"]);
  }
});

test.each([
  [{ maximum: 2 }, [["a"], ["b"]], 1],
  [{ maximum: 2 }, [["a"], ["b"], ["b"]], 0],
  [{ maximum: 1, tool: "a" }, [["a"], ["b"], ["b"]], 1],
  [{ minimum: 1, maximum: null }, [], 0],
] as const)("step count %j of %j", (config, calls, score) => {
  expect(grade("step-count", config, called(calls.map((call): Call => [...call])))).toMatchObject({ score });
});
