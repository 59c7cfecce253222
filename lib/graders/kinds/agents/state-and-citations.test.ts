import { expect, test } from "vitest";
import { graderKind } from "../../registry.ts";
import { answered } from "../../testing/grader-examples.ts";
import { inlineGrader } from "../../testing/inline-grader.ts";

function grade(kind: string, config: object, input: ReturnType<typeof answered>) {
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  return inlineGrader({ kind, config: { ...Object(defaults), ...config }, direction, threshold })(input);
}

const state = { order: { status: "refunded", amount: 20 }, mails: ["ada@example.test"], updatedAt: "10:00" };

test.each([
  ["equal", {}, state, JSON.stringify(state), 1],
  ["in a fence", {}, state, `Done.\n\`\`\`json\n${JSON.stringify(state)}\n\`\`\``, 1],
  ["one field is wrong", {}, state, JSON.stringify({ ...state, mails: [] }), 3 / 4],
  [
    "a field that does not count",
    { ignoredFields: ["updatedAt"] },
    state,
    JSON.stringify({ ...state, updatedAt: "" }),
    1,
  ],
  ["a part of the answer", { answerPath: "after.state" }, state, JSON.stringify({ after: { state } }), 1],
  ["a part of the expected value", { expectedPath: "state" }, { state }, JSON.stringify(state), 1],
  ["further fields are wrong", { extraFields: "count" }, { a: 1 }, '{"a": 1, "b": 2}', 1 / 2],
  ["no JSON", {}, state, "All done", 0],
  ["no object there", { answerPath: "after" }, state, JSON.stringify(state), 0],
])("final state: %s", (_name, config, expected, output, score) => {
  const graded = grade("final-state", config, answered(output, expected));
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

test("final state: the expected one may stand in the metadata, and may be missing", () => {
  const config = { source: "metadata", expectedPath: "state" };
  expect(
    grade("final-state", config, answered('{"a": 1}', "x", { metadata: { state: { a: 1 } } })),
  ).toMatchObject({ score: 1 });
  expect(grade("final-state", config, answered('{"a": 1}', "x")).reason).toMatch(/no object at “state”/);
  expect(grade("final-state", {}, answered('{"a": 1}', { a: 2 })).reason).toBe(
    "0 of 1 fields of the final state are right. “a” is “1”; expected “2”.",
  );
});

const sources = [
  { id: "handbook", text: "Refunds are paid within five working days after the return." },
  { id: "faq", text: "Shipping is free from 50 EUR." },
];

test.each([
  ["all exist", {}, "Refunds take five days [1]. Shipping is free [2].", 1],
  ["one is invented", {}, "Refunds take five days [1]. It is green [3].", 0],
  ["zero is no place", {}, "Refunds take five days [0].", 0],
  ["places from 0", { firstNumber: "0" }, "Refunds take five days [0].", 1],
  ["lists and ranges", {}, "All of it [1, 2], again [1-2], and 【2】.", 1],
  ["a range that goes too far", {}, "All of it [1-3].", 0],
  ["a link is no citation", {}, "See [1] and [9](https://example.test).", 1],
  ["the share that exists", { score: "share-exist" }, "a [1] b [2] c [3] d [4]", 1 / 2],
  ["ids", { cited: "ids" }, "Five days [handbook], free from 50 [FAQ].", 1],
  ["an invented id", { cited: "ids" }, "Five days [handbook; blog].", 0],
  ["nothing cited", {}, "Refunds take five days.", 0],
  ["nothing cited, which is fine", { withoutCitation: "pass" }, "Refunds take five days.", 1],
  ["a quotation", { checkQuotations: true }, "They say “refunds are paid  within five working days”.", 1],
  ["an invented quotation", { checkQuotations: true }, 'They say "refunds are paid at once, always".', 0],
  ["short quotations do not count", { checkQuotations: true }, "A “paid return” [1].", 1],
  ["coverage", { score: "coverage" }, "Refunds take five days [1]. Shipping is free. [2] It is blue.", 2 / 3],
  ["coverage with something invented", { score: "coverage" }, "Refunds take five days [1]. Free [7].", 0],
])("citations: %s", (_name, config, output, score) => {
  const graded = grade("citations", config, answered(output, undefined, { metadata: { sources } }));
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

test("citations: sources may be texts in the input, and a case without them is unscored", () => {
  const config = { place: "input", field: "passages" };
  const input = { ...answered("So it is [2]."), input: { passages: ["a", "b"] } };
  expect(grade("citations", config, input)).toMatchObject({ score: 1 });
  expect(grade("citations", config, answered("So it is [2].")).reason).toMatch(
    /no list of sources in the field “passages”/,
  );
  expect(grade("citations", {}, answered("x [3]", undefined, { metadata: { sources } })).reason).toBe(
    "The answer cites [3], which is not among the 2 sources of the case; 0 of 1 citations exist.",
  );
});
