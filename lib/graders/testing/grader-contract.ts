import { describe, expect, test } from "vitest";
import type { GradeInput } from "../grader-kind.ts";
import type { AnyGraderKind } from "../registry.ts";
import { expectProperGrade } from "./expect-proper-grade.ts";
import { graderExamples } from "./grader-examples.ts";
import { expectedOfLargeOutputs, expectedValues, hostileOutputs } from "./hostile-answers.ts";
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
        const isLarge = output.length > 100_000;
        for (const [, expected] of isLarge ? expectedOfLargeOutputs : expectedValues)
          expectProperGrade(grade({ input: {}, expected, output, metadata: {} }));
        expectProperGrade(grade({ input: {}, expected: output, output, metadata: {} }));
      },
    );

    test("is unscored with the reason when it needs an expected value and there is none", () => {
      const { right } = graderExamples(kind.kind);
      const graded = grade({ ...right, expected: null });
      if (kind.needsExpected) expect(graded).toMatchObject({ status: "unscored", reason: /expected value/ });
      else expect(graded.status).toBe("scored");
    });

    test("passes what is right", () => {
      const { right } = graderExamples(kind.kind);
      expect(grade(right)).toMatchObject({ status: "scored", passed: true });
    });

    test("fails what is wrong, and shows what was expected and found where there is something to show", () => {
      const { wrong } = graderExamples(kind.kind);
      const graded = grade(wrong);
      expect(graded).toMatchObject({ status: "scored", passed: false });
      if (kind.needsExpected && wrong.output.startsWith("Madrid")) {
        expect(graded.reason).toMatch(/Lisbon|4711/);
        expect(graded.reason).toMatch(/Madrid|815/);
      }
    });

    test("never takes an unknown fact for a value", () => {
      const graded = grade({ ...graderExamples(kind.kind).right, attempt: undefined });
      if (kind.family === "operations") expect(graded.status).toBe("unscored");
      else expect(graded.reason.length).toBeGreaterThan(10);
    });

    test("gives the same verdict twice", () => {
      const input: GradeInput = { input: {}, expected: "a b c", output: "a b d", metadata: {} };
      expect(grade(input)).toEqual(grade(input));
    });
  });
}
