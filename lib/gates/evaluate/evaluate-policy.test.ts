import { describe, expect, test } from "vitest";
import { type PolicyInput, policySchema } from "../policy/policy-schema.ts";
import type { RuleOutcome } from "../policy/rule-outcome.ts";
import { alike, type HandCase, handEvidence } from "../testing/columns.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";

type Options = Parameters<typeof handEvidence>[1];

function evaluate(policy: PolicyInput, cases: readonly HandCase[], options?: Options): RuleOutcome[] {
  return evaluatePolicy(policySchema.parse(policy), handEvidence(cases, options));
}

function only(policy: PolicyInput, cases: readonly HandCase[], options?: Options): RuleOutcome {
  const [rule] = evaluate(policy, cases, options);
  if (rule === undefined) throw new Error("The policy has no rule.");
  return { ...rule, sentence: rule.sentence.replaceAll("\u202f", " ").replaceAll("\u2212", "-") };
}

const passed = { verdicts: "p" };
const failed = { verdicts: "f" };
const share = (passes: number, failures: number) => [...alike(passes, passed), ...alike(failures, failed)];

describe("pass rate", () => {
  test.each([
    // 95/100 has the Clopper-Pearson interval [88.7, 98.4].
    {
      cases: share(95, 5),
      bar: 0.88,
      verdict: "pass",
      says: "even the lower limit reaches the bar of 88.0 %",
    },
    {
      cases: share(95, 5),
      bar: 0.9,
      verdict: "not enough evidence",
      says: "About 42 more cases would settle it",
    },
    {
      cases: share(95, 5),
      bar: 0.99,
      verdict: "fail",
      says: "even the upper limit is below the bar of 99.0 %",
    },
    { cases: share(10, 0), bar: 0.9, verdict: "not enough evidence", says: "[69.2, 100.0] on 10 cases" },
    {
      cases: share(95, 5),
      bar: 0.95,
      verdict: "not enough evidence",
      says: "includes the bar of 95.0 %",
    },
    { cases: [], bar: 0.9, verdict: "not enough evidence", says: "The run has no cases" },
  ])("$cases.length cases at a bar of $bar: $verdict", ({ cases, bar, verdict, says }) => {
    const rule = only({ passRate: bar }, cases);
    expect(rule.verdict).toBe(verdict);
    expect(rule.sentence).toContain(says);
  });

  test("attempts that errored, were not scored or are missing count as not passed", () => {
    const rule = only({ passRate: 0.9 }, [
      ...alike(95, passed),
      ...["e", "u", "-"].map((verdicts) => ({ verdicts })),
    ]);
    expect(rule).toMatchObject({ value: 95 / 98, n: 98 });
    expect(rule.sentence).toContain("3 of 98 attempts have no verdict and count as not passed.");
  });

  test("a rate on the bar is settled by no number of cases", () => {
    expect(only({ passRate: 0.95 }, share(95, 5)).casesNeeded).toBeNull();
  });

  test("clusters and repetitions are no independent evidence", () => {
    const clustered = Array.from({ length: 100 }, (_, at) => ({
      verdicts: at < 95 ? "p" : "f",
      cluster: Math.floor(at / 10),
    }));
    const rule = only({ passRate: 0.88 }, clustered);
    expect(rule.verdict).toBe("not enough evidence");
    expect(rule.method).toBe("Korn-Graubard interval");
    expect(only({ passRate: 0.88 }, alike(20, { verdicts: "ppppp" })).lower).toBeCloseTo(0.8316, 3);
  });
});

describe("regression", () => {
  const baseline = share(90, 10);
  test("without a baseline there is nothing to lose against", () => {
    expect(only({ regression: { margin: 0.02 } }, share(9, 1))).toMatchObject({
      verdict: "not enough evidence",
      n: 0,
    });
  });

  test.each([
    { cases: share(90, 10), margin: 0.05, verdict: "pass", says: "a loss of 5.0 points is ruled out" },
    { cases: share(90, 10), margin: 0.02, verdict: "not enough evidence", says: "is not ruled out" },
    { cases: share(70, 30), margin: 0.05, verdict: "fail", says: "a loss is proven" },
    { cases: share(96, 4), margin: 0.01, verdict: "pass", says: "+6.0 points" },
    { cases: share(88, 12), margin: 0.03, verdict: "not enough evidence", says: "-2.0 points" },
  ])("$margin: $verdict ($says)", ({ cases, margin, verdict, says }) => {
    const rule = only({ regression: { margin } }, cases, { baseline });
    expect(rule.verdict).toBe(verdict);
    expect(rule.sentence).toContain(says);
    if (verdict === "not enough evidence") expect(rule.casesNeeded).toBeGreaterThan(0);
  });

  test("a case that this run planned and did not judge is a loss; one that the baseline did not judge is left out", () => {
    const rule = only(
      { regression: { margin: 0.05 } },
      [...alike(80, passed), ...alike(20, { verdicts: "-" })],
      { baseline: [...alike(98, passed), ...alike(2, { verdicts: "e" })] },
    );
    expect(rule).toMatchObject({ verdict: "fail", n: 98, value: -18 / 98 });
    expect(rule.sentence).toContain("Not compared: 2 without a verdict in the baseline.");
  });

  test("cases that were asked differently are left out", () => {
    const rule = only({ regression: { margin: 0.05 } }, share(90, 10), { baseline, changed: [1, 2, 3] });
    expect(rule.n).toBe(97);
    expect(rule.sentence).toContain("3 changed since");
  });

  test("a baseline that was graded differently is not compared with", () => {
    const evidence = handEvidence(share(9, 1), { baseline });
    const differently = {
      ...evidence,
      baseline: evidence.baseline && { ...evidence.baseline, gradedAlike: false },
    };
    const policy = policySchema.parse({ regression: { margin: 0.02 }, critical: { tag: null } });
    for (const rule of evaluatePolicy(policy, differently)) {
      expect(rule.verdict).toBe("not enough evidence");
      expect(rule.sentence).toContain("may come from the grading");
    }
  });

  test("few repeated cases without any difference prove nothing", () => {
    const three = alike(3, { verdicts: "ppp" });
    const rule = only({ regression: { margin: 0.05 } }, three, { baseline: three });
    expect(rule.verdict).toBe("not enough evidence");
    expect(rule.casesNeeded).toBeGreaterThan(40);
  });

  test("one repeated case that got worse is never better evidence than none", () => {
    const same = alike(100, { verdicts: "ppp" });
    const worse = [...alike(99, { verdicts: "ppp" }), { verdicts: "ppf" }];
    const atWorst = (cases: readonly HandCase[]) => {
      const rule = only({ regression: { margin: 0.02 } }, cases, { baseline: same });
      expect(rule.verdict).toBe("not enough evidence");
      return rule.lower ?? 0;
    };
    expect(atWorst(worse)).toBeLessThan(atWorst(same));
  });
});

describe("critical cases", () => {
  const tagged = (verdicts: string) => ({ verdicts, tags: ["must pass"] });
  const policy = { critical: { tag: "must pass" } };
  test.each([
    {
      now: ["p", "p"],
      before: ["p", "p"],
      verdict: "pass",
      says: "Of 2 critical cases that the baseline passed, none fails.",
    },
    {
      now: ["p", "f"],
      before: ["p", "p"],
      verdict: "fail",
      says: "Of 2 critical cases that the baseline passed, 1 fails.",
    },
    { now: ["p", "e"], before: ["p", "p"], verdict: "fail", says: "1 of them has no verdict" },
    {
      now: ["p", "f"],
      before: ["p", "f"],
      verdict: "pass",
      says: "Of 1 critical case that the baseline passed, none fails.",
    },
    { now: ["f", "f"], before: ["f", "e"], verdict: "pass", says: "so none could newly fail" },
    {
      now: ["pp", "pf"],
      before: ["pp", "pp"],
      verdict: "fail",
      says: "Of 2 critical cases that the baseline passed, 1 fails.",
    },
  ])("$before then $now: $verdict", ({ now, before, verdict, says }) => {
    const rule = only(policy, now.map(tagged), { baseline: before.map(tagged) });
    expect(rule.verdict).toBe(verdict);
    expect(rule.sentence).toContain(says);
  });

  test("a case that a critical grader fails counts without a tag", () => {
    const now = [
      { verdicts: "f", critical: "f" },
      { verdicts: "f", critical: "p" },
    ];
    const options = { baseline: alike(2, passed), critical: true };
    expect(only({ critical: { tag: null } }, now, options)).toMatchObject({
      verdict: "fail",
      value: 1,
      n: 2,
    });
  });

  test("says so when nothing is watched", () => {
    const options = { baseline: alike(2, passed) };
    expect(only({ critical: { tag: null } }, alike(2, passed), options)).toMatchObject({
      verdict: "not enough evidence",
    });
    expect(only(policy, alike(2, passed), options).sentence).toContain("No case has the tag must pass");
    expect(only(policy, [tagged("p")]).sentence).toContain("No other run is approved as the baseline");
  });
});

describe("slices", () => {
  const slice = (value: string, passRate: number) => ({ dimension: "tag", value, passRate });
  const cases = [
    ...alike(100, { verdicts: "p", tags: ["a"] }),
    ...alike(100, { verdicts: "f", tags: ["b"] }),
    ...alike(5, { verdicts: "p", tags: ["c"] }),
  ];

  test("each has its verdict, corrected for their number", () => {
    const rules = evaluate({ slices: [slice("a", 0.9), slice("b", 0.5), slice("c", 0.9)] }, cases);
    expect(rules.map(({ verdict }) => verdict)).toEqual(["pass", "fail", "not enough evidence"]);
    expect(rules[0]?.method).toBe("Clopper-Pearson interval, Holm correction over 3 slices");
    // Three slices: the first is judged at 1 - 0.05/3.
    expect(rules[0]?.lower).toBeCloseTo((0.05 / 6) ** (1 / 100), 9);
    expect(rules[2]?.casesNeeded).toBeGreaterThan(20);
  });

  test("what is proven alone may not be proven among many", () => {
    // 100/100 has a lower limit of 96.4 % alone, 94.8 % as the first of ten.
    expect(only({ slices: [slice("a", 0.96)] }, cases).verdict).toBe("pass");
    const many = [slice("a", 0.96), ...Array.from({ length: 9 }, (_, at) => slice(`none ${at}`, 0.9))];
    const rules = evaluate({ slices: many }, cases);
    expect(rules[0]?.verdict).toBe("not enough evidence");
    expect(rules[1]?.sentence).toContain("No case of this run is in the slice tag none 0.");
  });
});

describe("latency, cost, shares and counts", () => {
  const timed = (count: number, latencyMs: number) => alike(count, { ...passed, latencyMs });
  test.each([
    { cases: timed(100, 300), bar: 400, verdict: "pass", says: "even the upper limit keeps to 400 ms" },
    {
      cases: timed(20, 300),
      bar: 400,
      verdict: "not enough evidence",
      says: "too few answers for an upper limit",
    },
    { cases: [...timed(50, 300), ...timed(50, 500)], bar: 400, verdict: "fail", says: "exceeds 400 ms" },
    {
      cases: [...timed(95, 300), ...timed(5, 500)],
      bar: 400,
      verdict: "not enough evidence",
      says: "the interval includes 400 ms",
    },
    {
      cases: share(5, 5),
      bar: 400,
      verdict: "not enough evidence",
      says: "No answer of this run has a latency",
    },
  ])("latency: $says", ({ cases, bar, verdict, says }) => {
    const rule = only({ latencyP95Ms: bar }, cases);
    expect(rule.verdict).toBe(verdict);
    expect(rule.sentence).toContain(says);
  });

  test("latency: answers that depend on one another tell less", () => {
    const grouped = Array.from({ length: 100 }, (_, at) => ({
      ...passed,
      latencyMs: at < 90 ? 300 : 390,
      cluster: Math.floor(at / 10),
    }));
    const rule = only({ latencyP95Ms: 400 }, grouped);
    expect(rule).toMatchObject({ verdict: "not enough evidence", upper: null, n: 100 });
    expect(rule.method).toContain("at the effective number of answers");
  });

  test("how many answers an upper limit of p95 needs", () => {
    expect(only({ latencyP95Ms: 400 }, timed(20, 300)).casesNeeded).toBe(52);
  });

  test.each([
    { costs: [100, 300], bar: 200, verdict: "pass", says: "within the $0.20 allowed" },
    { costs: [100, 301], bar: 200, verdict: "fail", says: "more than the $0.20 allowed" },
    {
      costs: [100, undefined],
      bar: 200,
      verdict: "not enough evidence",
      says: "The cost of 1 of 2 answers is unknown",
    },
  ])("cost: $says", ({ costs, bar, verdict, says }) => {
    const cases = costs.map((costMicroUsd) => ({ ...passed, ...(costMicroUsd && { costMicroUsd }) }));
    const rule = only({ costPerCaseMicroUsd: bar }, [...cases, { verdicts: "e" }]);
    expect(rule.verdict).toBe(verdict);
    expect(rule.sentence).toContain(says);
  });

  test("share without a verdict and minimum of cases", () => {
    const cases = ["p", "f", "e", "u", "-"].map((verdicts) => ({ verdicts }));
    expect(only({ withoutVerdictShare: 0.6 }, cases)).toMatchObject({ verdict: "pass", value: 0.6, n: 5 });
    const refused = only({ withoutVerdictShare: 0.5 }, cases);
    expect(refused.verdict).toBe("fail");
    expect(refused.sentence).toContain("1 errored, 1 unscored, 1 missing. At most 50.0 % may.");
    expect(only({ minimumCases: 2 }, cases).verdict).toBe("pass");
    expect(only({ minimumCases: 9 }, cases)).toMatchObject({
      verdict: "not enough evidence",
      casesNeeded: 7,
    });
  });
});
