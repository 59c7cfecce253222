import { describe, expect, test } from "vitest";
import { type Graded, openGrader } from "../../open-grader.ts";
import { graderKind } from "../../registry.ts";
import type { JudgeRequest } from "../../services/judge-caller.ts";
import { scriptedServices } from "../../testing/scripted-services.ts";
import { averagePrecision } from "./context-precision.ts";

const judges = ["01900000-0000-7000-8000-000000000001"];
const contexts = ["Open from 9 to 18.", "Closed on Mondays.", "There is a café."];

async function grade(
  kind: string,
  answers: readonly unknown[],
  {
    metadata = { contexts },
    input = "When is it open?",
    config = {},
  }: { metadata?: Record<string, unknown>; input?: unknown; config?: object } = {},
): Promise<{ graded: Graded; requests: JudgeRequest[] }> {
  const { services, requests } = scriptedServices({
    judge: (_request, call) => JSON.stringify(answers[call - 1]),
  });
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  const opened = openGrader(
    { kind, config: { ...Object(defaults), judges, ...config }, direction, threshold },
    services,
  );
  const subject = { input, expected: "From 9 to 18.", output: "From 9 to 18, also on Sundays.", metadata };
  return { graded: await opened.grade(subject, new AbortController().signal), requests };
}

const useful = (...flags: boolean[]) => ({
  contexts: flags.map((flag, index) => ({
    number: index + 1,
    reason: `Because of ${index + 1}.`,
    useful: flag,
  })),
});

describe("context precision", () => {
  test.each<[boolean[], number]>([
    [[true, true, true], 1],
    [[true, false, true], (1 + 2 / 3) / 2],
    [[false, false, true], 1 / 3],
    [[false, false, false], 0],
    [[], 0],
  ])("%j is %d", (flags, expected) => {
    expect(averagePrecision(flags.map((holds) => ({ holds })))).toBeCloseTo(expected, 12);
  });

  test("every context is judged once, in the order of its rank", async () => {
    const { graded, requests } = await grade("context-precision", [useful(false, true, false)]);
    expect(graded).toMatchObject({
      score: 0.5,
      reason: /1 of 3 contexts are useful.*Context 1 is not: Because of 1/,
    });
    expect(requests[0]?.messages[1]?.content).toMatch(/<<<CONTEXT 3 [0-9a-f]{16}>>>\nThere is a café\./);
  });

  test.each([
    ["one context is left out", useful(true, true)],
    ["one is judged twice", { contexts: [...useful(true, true).contexts, useful(true).contexts[0]] }],
  ])("unscored when %s", async (_name, answer) => {
    expect((await grade("context-precision", [answer])).graded.status).toBe("unscored");
  });
});

test("context recall is the share of the expected statements that the contexts have", async () => {
  const statements = [
    { statement: "It opens at 9.", reason: "Context 1.", attributed: true },
    { statement: "It closes at 20.", reason: "Nowhere.", attributed: false },
  ];
  const { graded } = await grade("context-recall", [{ statements }]);
  expect(graded).toMatchObject({ score: 0.5, reason: /Not found is “It closes at 20\.”: Nowhere/ });
  expect((await grade("context-recall", [{ statements: [] }])).graded).toMatchObject({ status: "unscored" });
});

describe("faithfulness", () => {
  const claims = { claims: ["It is open from 9 to 18.", "It is open on Sundays."] };

  test("claims are found in one call and judged against the contexts in a second one; both are paid", async () => {
    const verdicts = {
      claims: [
        { number: 2, reason: "No context says so.", supported: false },
        { number: 1, reason: "Context 1.", supported: true },
      ],
    };
    const { graded, requests } = await grade("faithfulness", [claims, verdicts]);
    expect(graded).toMatchObject({
      score: 0.5,
      passed: false,
      reason: /Not supported is “It is open on Sundays\.”/,
    });
    expect(graded.usage).toMatchObject({
      calls: 2,
      costMicroUsd: 6,
      prompt: { name: "faithfulness", version: 1 },
    });
    expect(requests[1]?.messages[1]?.content).toContain("2. It is open on Sundays.");
    expect(requests[0]?.messages[1]?.content).not.toContain("CONTEXT");
  });

  test("an answer without claims is unscored, and what was asked is paid", async () => {
    const { graded } = await grade("faithfulness", [{ claims: [] }]);
    expect(graded).toMatchObject({ status: "unscored", reason: /no claim/, usage: { calls: 1 } });
  });

  test("contexts stand in the named field, or in the input", async () => {
    const verdicts = { claims: [1, 2].map((number) => ({ number, reason: "", supported: true })) };
    const named = { config: { contexts: "metadata.found.0" }, metadata: { found: [["Text"]] } };
    expect((await grade("faithfulness", [claims, verdicts], named)).graded).toMatchObject({ score: 1 });
    const inInput = { metadata: {}, input: { question: "?", context: "One text." } };
    expect((await grade("faithfulness", [claims, verdicts], inInput)).graded).toMatchObject({ score: 1 });
    expect((await grade("faithfulness", [claims], { metadata: {} })).graded).toMatchObject({
      status: "unscored",
      reason: "This case has no retrieved contexts at metadata.contexts or input.context.",
    });
  });
});

test("answer relevance is the share of statements that help", async () => {
  const statements = [
    { statement: "From 9 to 18.", reason: "It is the answer.", relevant: true },
    { statement: "Also on Sundays.", reason: "It helps.", relevant: true },
  ];
  expect((await grade("answer-relevance", [{ statements }])).graded).toMatchObject({
    score: 1,
    passed: true,
  });
});
