import { describe, expect, test } from "vitest";
import type { GradeInput } from "../grader-kind.ts";
import type { AnyGraderKind } from "../registry.ts";
import { expectProperGrade } from "./expect-proper-grade.ts";
import { expectedValues, hostileOutputs } from "./hostile-answers.ts";
import { inlineGrader } from "./inline-grader.ts";

/** A broken promise of a grader would show as a hang; a measured time is not what is tested here. */
const timeoutMs = 20_000;

/** What every kind promises, whatever its meaning. Called once for each kind of the registry. */
export function describeGraderContract(kind: AnyGraderKind): void {
  const grade = inlineGrader({
    kind: kind.kind,
    config: kind.defaults,
    direction: kind.direction,
    threshold: kind.defaultThreshold,
  });

  describe(`the grader ${kind.kind}`, () => {
    test("has defaults that its schema takes as they are", () => {
      expect(kind.configSchema.parse(kind.defaults)).toEqual(kind.defaults);
      expect(kind.defaultThreshold).toBeGreaterThanOrEqual(0);
      expect(kind.defaultThreshold).toBeLessThanOrEqual(1);
    });

    test("refuses a key that it does not know", () => {
      const config = { ...Object(kind.defaults), somethingElse: 1 };
      expect(kind.configSchema.safeParse(config).success).toBe(false);
    });

    test("explains itself in one sentence", () => {
      expect(kind.explanation).toMatch(/^[A-Z][^.!]+\.$/);
      expect(kind.label.length).toBeLessThanOrEqual(30);
    });

    test.each(hostileOutputs)(
      "judges %s against every expected value",
      { timeout: timeoutMs },
      (_name, output) => {
        for (const [, expected] of expectedValues)
          expectProperGrade(grade({ input: {}, expected, output, metadata: {} }));
        expectProperGrade(grade({ input: {}, expected: output, output, metadata: {} }));
      },
    );

    test("is unscored with the reason when it needs an expected value and there is none", () => {
      const graded = grade({ input: {}, expected: null, output: "12", metadata: {} });
      if (kind.needsExpected) expect(graded).toMatchObject({ status: "unscored", reason: /expected value/ });
      else expect(graded.status).toBe("scored");
    });

    test("gives the full score to the expected answer itself", () => {
      if (!kind.needsExpected) return;
      const expected =
        kind.family === "structure" ? { total: 12.5, vendor: "Acme" } : "The total is 12.50 EUR";
      const output = typeof expected === "string" ? expected : JSON.stringify(expected);
      expect(grade({ input: {}, expected, output, metadata: {} })).toMatchObject({
        status: "scored",
        score: 1,
        passed: true,
      });
    });

    test("shows the expected value and the answer in the reason for a failure", () => {
      if (!kind.needsExpected || kind.family === "structure") return;
      const graded = grade({ input: {}, expected: "Lisbon 4711", output: "Madrid 815", metadata: {} });
      expect(graded).toMatchObject({ status: "scored", passed: false });
      expect(graded.reason).toMatch(/Lisbon|4711/);
      expect(graded.reason).toMatch(/Madrid|815/);
    });

    test("gives the same verdict twice", () => {
      const input: GradeInput = { input: {}, expected: "a b c", output: "a b d", metadata: {} };
      expect(grade(input)).toEqual(grade(input));
    });
  });
}
