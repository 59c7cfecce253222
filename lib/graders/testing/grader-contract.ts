import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GradeInput } from "../grader-kind.ts";
import { type Graded, openGrader } from "../open-grader.ts";
import type { AnyGraderKind } from "../registry.ts";
import type { GraderServices } from "../services/grader-services.ts";
import { expectProperGrade } from "./expect-proper-grade.ts";
import { graderExamples } from "./grader-examples.ts";
import { expectedOfLargeOutputs, expectedValues, hostileOutputs } from "./hostile-answers.ts";

/** A broken promise of a grader would show as a hang; a measured time is not what is tested here. */
const timeoutMs = 60_000;

/** Pieces that scanners and parsers look for, in any order. */
const markup = fc
  .array(
    fc.constantFrom(
      ..."<a> </a> <b <!-- --> & ; [1] [ ] { } ( ) ^ \\frac \\boxed{ } 1/2 % | x = + - , : # ``` \n \" ' * _ $ A B. answer is".split(
        " ",
      ),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

type Grade = (input: GradeInput) => Promise<Graded>;

/** What every kind promises, whatever its meaning. Called once for each kind of the registry. */
export function describeGraderContract(kind: AnyGraderKind, services: GraderServices): void {
  const { kind: name, defaults: config, direction, defaultThreshold: threshold } = kind;
  const opened = openGrader({ kind: name, config, direction, threshold }, services);
  const signal = new AbortController().signal;
  const grade: Grade = async (input) => opened.grade(input, signal);

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
      if (kind.binary) expect(kind.explanation).toMatch(/^Passes when /);
      expect(kind.label.length).toBeLessThanOrEqual(30);
    });

    test.each(hostileOutputs)(
      "judges %s against every expected value",
      { timeout: timeoutMs },
      async (_name, output) => {
        const isLarge = output.length > 100_000;
        for (const [, expected] of isLarge ? expectedOfLargeOutputs : expectedValues)
          expectProperGrade(await grade({ input: {}, expected, output, metadata: {} }));
        expectProperGrade(await grade({ input: {}, expected: output, output, metadata: {} }));
      },
    );

    test("is unscored with the reason when it needs an expected value and there is none", async () => {
      const { right } = graderExamples(kind.kind);
      const graded = await grade({ ...right, expected: null });
      if (kind.needsExpected) expect(graded).toMatchObject({ status: "unscored", reason: /expected value/ });
      else expect(graded.status).toBe("scored");
    });

    test("passes what is right", async () => {
      const { right } = graderExamples(kind.kind);
      expect(await grade(right)).toMatchObject({ status: "scored", passed: true });
    });

    test("fails what is wrong, and shows what was expected and found where there is something to show", async () => {
      const { wrong } = graderExamples(kind.kind);
      const graded = await grade(wrong);
      expect(graded).toMatchObject({ status: "scored", passed: false });
      if (kind.needsExpected && wrong.output.startsWith("Madrid")) {
        expect(graded.reason).toMatch(/Lisbon|4711/);
        expect(graded.reason).toMatch(/Madrid|815/);
      }
    });

    test("never takes an unknown fact for a value", async () => {
      const graded = await grade({ ...graderExamples(kind.kind).right, attempt: undefined });
      if (kind.family === "operations") expect(graded.status).toBe("unscored");
      else expect(graded.reason.length).toBeGreaterThan(10);
    });

    test("judges whatever text, expected value and metadata come", { timeout: timeoutMs }, async () => {
      if (kind.execution !== "inline") return;
      const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), markup);
      const metadata = fc.dictionary(fc.constantFrom("sources", "tools", "toolCalls", "x"), fc.jsonValue());
      const answers = fc.asyncProperty(text, fc.jsonValue(), metadata, async (output, expected, given) => {
        expectProperGrade(await grade({ input: given, expected, output, metadata: given }));
        expectProperGrade(await grade({ input: given, expected: output, output, metadata: given }));
      });
      await fc.assert(answers, { numRuns: 60 });
    });

    test("gives the same verdict twice", async () => {
      const input: GradeInput = { input: {}, expected: "a b c", output: "a b d", metadata: {} };
      expect(await grade(input)).toEqual(await grade(input));
    });
  });
}
