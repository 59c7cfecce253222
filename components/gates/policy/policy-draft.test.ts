import { describe, expect, test } from "vitest";
import { policySchema } from "#lib/gates/policy/policy-schema.ts";
import { draftOf, readDraft } from "./policy-draft.ts";

const policy = policySchema.parse({
  passRate: 0.93,
  regression: { margin: 0.02 },
  critical: { tag: "must pass" },
  slices: [{ dimension: "tag", value: "long", passRate: 0.07 }],
  latencyP95Ms: 412.5,
  costPerCaseMicroUsd: 1_250,
  withoutVerdictShare: 0.001,
  minimumCases: 200,
});

describe("a policy as it is typed", () => {
  test("comes back as it was", () => {
    expect(policySchema.parse(readDraft(draftOf(policy)).policy)).toEqual(policy);
    expect(policySchema.parse(readDraft(draftOf(null)).policy)).toEqual(policySchema.parse({}));
  });

  test("speaks in percent, points and dollars for 1,000 answers", () => {
    const draft = draftOf(policy);
    expect(draft.passRate).toEqual({ on: true, text: "93" });
    expect(draft.costPerCaseMicroUsd.text).toBe("1.25");
    expect(draft.slices[0]?.text).toBe("7");
    expect(draftOf(null).passRate).toEqual({ on: false, text: "90" });
  });

  test("takes a decimal comma, and names what cannot be read", () => {
    const draft = draftOf(null);
    const typed = (text: string) => readDraft({ ...draft, passRate: { on: true, text } });
    expect(typed("92,5").policy).toMatchObject({ passRate: 0.925 });
    for (const wrong of ["", "x", "101", "-1"]) {
      expect(typed(wrong)).toMatchObject({ policy: null, problems: { passRate: expect.any(String) } });
    }
    const half = { ...draft, minimumCases: { on: true, text: "10.5" } };
    expect(readDraft(half).problems.minimumCases).toContain("whole number");
    const slice = { ...draft, slices: [{ dimension: "tag", value: "a", text: "many" }] };
    expect(readDraft(slice).sliceProblems[0]).toContain("percentage");
  });

  test("what is turned off is not read, and critical cases without a tag are those of critical graders", () => {
    const draft = {
      ...draftOf(null),
      passRate: { on: false, text: "nonsense" },
      critical: { on: true, tag: " " },
    };
    expect(readDraft(draft).policy).toMatchObject({ critical: { tag: null } });
  });
});
