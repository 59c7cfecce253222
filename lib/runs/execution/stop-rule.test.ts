import { expect, test } from "vitest";
import type { AttemptRecord } from "./attempt-record.ts";
import { createStopRule } from "./stop-rule.ts";

const facts = {
  caseId: "c",
  caseRevisionId: "r",
  repetition: 1,
  prompt: [],
  tries: 1,
  startedAt: new Date(),
  finishedAt: new Date(),
};
const errored = (status: number | null): AttemptRecord => ({
  ...facts,
  outcome: "errored",
  errorClass: "permanent",
  errorMessage: `status ${status}`,
  status,
});
const answered: AttemptRecord = {
  ...facts,
  outcome: "answered",
  output: "",
  finishReason: null,
  servedModel: null,
  providerRequestId: null,
  latencyMs: 1,
  timeToFirstTokenMs: null,
  usage: { promptTokens: null, completionTokens: null, cachedTokens: null, reasoningTokens: null },
  costMicroUsd: null,
};

test("five refusals in a row stop the run with the server's words", () => {
  const rule = createStopRule();
  expect([401, 403, 404, 401].map((status) => rule(errored(status)))).toEqual([null, null, null, null]);
  expect(rule(errored(401))).toBe("status 401");
});

test.each([[500], [429], [400], [null]])(
  "status %s is a matter of one case and never stops the run",
  (status) => {
    const rule = createStopRule();
    for (let i = 0; i < 50; i++) expect(rule(errored(status))).toBeNull();
  },
);

test("an answer in between clears the count", () => {
  const rule = createStopRule();
  for (let i = 0; i < 20; i++) {
    expect(rule(errored(401))).toBeNull();
    expect(rule(answered)).toBeNull();
  }
});
