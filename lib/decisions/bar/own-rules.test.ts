import { expect, test } from "vitest";
import { statedCost } from "../weighing/figures.ts";
import { barSchema } from "./bar-schema.ts";
import { ownRules } from "./own-rules.ts";

const dollar = 1_000_000;
const bar = barSchema.parse({ costPer1000MicroUsd: 2 * dollar });
const measured = (value: number, half: number, unknown = 0) => ({
  value: value * dollar,
  lower: (value - half) * dollar,
  upper: (value + half) * dollar,
  n: 100,
  method: "t interval",
  stated: false,
  unknown,
});

test.each([
  [
    "even the upper limit is within",
    measured(1.5, 0.4),
    "pass",
    null,
    "even the upper limit is within the bar of $2.00.",
  ],
  [
    "even the lower limit is above",
    measured(2.5, 0.4),
    "fail",
    null,
    "even the lower limit is above the bar of $2.00.",
  ],
  // To halve the width of the interval takes four times the cases.
  [
    "the interval reaches across",
    measured(1.8, 0.4),
    "not enough evidence",
    300,
    "About 300 more cases would settle it",
  ],
  [
    "the mean is on the bar",
    measured(2, 0.4),
    "not enough evidence",
    null,
    "so it is open whether the bar is met.",
  ],
  [
    "some answers have no known cost",
    measured(1, 0.1, 3),
    "not enough evidence",
    null,
    "the cost of 3 answers is unknown",
  ],
  ["nothing is known", null, "not enough evidence", null, "what it costs is unknown"],
  ["it is stated and within", statedCost(1.9 * dollar), "pass", null, "stated and not measured"],
  ["it is stated and above", statedCost(2.1 * dollar), "fail", null, "stated and not measured"],
] as const)("cost: %s", (_what, costPer1000, verdict, casesNeeded, words) => {
  const [rule] = ownRules(bar, { costPer1000, hosting: "outside", licence: "" });
  expect(rule).toMatchObject({ verdict, casesNeeded, sentence: expect.stringContaining(words) });
});

test("the number of cases that is needed would indeed settle it", () => {
  const [rule] = ownRules(bar, { costPer1000: measured(1.9, 0.4), hosting: "outside", licence: "" });
  const needed = rule?.casesNeeded ?? 0;
  expect(1.9 + 0.4 * Math.sqrt(100 / (100 + needed))).toBeLessThanOrEqual(2);
  expect(1.9 + 0.4 * Math.sqrt(100 / (99 + needed))).toBeGreaterThan(2 - 1e-3);
});

test.each([
  ["own machines", "pass"],
  ["outside", "fail"],
  ["unknown", "not enough evidence"],
] as const)("self-hosted: %s is %s", (hosting, verdict) => {
  const [rule] = ownRules(barSchema.parse({ selfHostedOnly: true }), {
    costPer1000: null,
    hosting,
    licence: "",
  });
  expect(rule).toMatchObject({ rule: "self-hosted", verdict, bar: null });
});

test.each([
  ["Apache-2.0", "pass", "Its licence is Apache-2.0."],
  ["apache-2.0", "pass", "Its licence is apache-2.0."],
  ["Proprietary", "fail", "Its licence is Proprietary, and not Apache-2.0 or MIT."],
  ["", "not enough evidence", "Its licence is not known."],
] as const)("licence: %s is %s", (licence, verdict, words) => {
  const asked = barSchema.parse({ licences: ["Apache-2.0", "MIT"] });
  const [rule] = ownRules(asked, { costPer1000: null, hosting: "outside", licence });
  expect(rule).toMatchObject({ rule: "licence", verdict, sentence: expect.stringContaining(words) });
});
