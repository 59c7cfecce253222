import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GradeInput } from "../grader-kind.ts";
import { type Graded, openGrader } from "../open-grader.ts";
import type { AnyGraderKind } from "../registry.ts";
import type { GraderServices } from "../services/grader-services.ts";
import { graderExamples } from "./grader-examples.ts";

const megabyte = 1_000_000;
/** A broken promise of a grader would show as a hang; a measured time is not what is tested here. */
const timeoutMs = 60_000;

const hostileOutputs: readonly [string, string][] = [
  ["an empty text", ""],
  ["white space", " \n\t\u00a0 "],
  ["1 MB of one letter", "a".repeat(megabyte)],
  ["1 MB of words", "lorem 12 ".repeat(megabyte / 9)],
  ["1 MB of digits", "7".repeat(megabyte)],
  ["1 MB of code fences", "```json\n".repeat(megabyte / 8)],
  ["1 MB of open brackets", "[".repeat(megabyte)],
  ["deep JSON", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["deep objects", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ["a wide list", `[${"{},".repeat(100_000)}{}]`],
  ["emoji", "👩‍👩‍👧‍👦 12 🇩🇪 ✅"],
  ["right-to-left text", "‮الجواب هو 12‬ שלום"],
  ["combining characters", "a\u0301\u0327e\u0308".repeat(200)],
  ["a lone high surrogate", "total \ud83d 5"],
  ["a lone low surrogate", "\udc00"],
  ["NUL and control characters", "\u0000\u0007\u001b[31m 5"],
  ["NaN", "NaN"],
  ["a number beyond the range", "1e400"],
  ["JSON with __proto__", '{"__proto__": {"polluted": true}, "total": 1e999}'],
  ["a number that is too small", "1e-400"],
  ["JSON with a number beyond the range", '{"total": 1e400, "vendor": -1e400}'],
  ["JSON with a lone surrogate", '{"total": "\\ud83d", "vendor": "\udc00"}'],
  ["right-to-left override in JSON", '{"total": "\u202e12.5\u202c"}'],
  [
    "1 MB of JSON",
    JSON.stringify({ items: Array.from({ length: 30_000 }, (_, id) => ({ id, name: "x".repeat(8) })) }),
  ],
  ["1 MB without a space in many scripts", "漢字かなΩж".repeat(megabyte / 6)],
  ["1 MB of letters in brackets", "(A) ".repeat(megabyte / 4)],
  ["1 MB of tags", "<a>".repeat(megabyte / 3)],
  ["1 MB of operators", "1+(".repeat(megabyte / 3)],
  ["1 MB of list items", "- &a [*a]\n".repeat(megabyte / 10)],
  ["a formula", '=HYPERLINK("http://example.test","x")'],
];

const expectedValues: readonly [string, unknown][] = [
  ["no expected value", undefined],
  ["null", null],
  ["an empty text", ""],
  ["text", "The total is 12.50 EUR"],
  ["a lone surrogate", "\ud83d"],
  ["another script", "مرحبا"],
  ["a number", 12.5],
  ["a number that is not finite", Number.POSITIVE_INFINITY],
  ["true", true],
  ["an empty list", []],
  ["a list of texts", ["12.50", "twelve fifty"]],
  ["a list of objects", [{ total: 12.5 }, null]],
  ["an object", { total: 12.5, vendor: { name: "Acme", "": null }, ["__proto__"]: 1 }],
  ["an empty object", {}],
];

/** Comparing a large answer takes up to a second, so it meets only the expected values that differ in kind. */
const expectedOfLargeOutputs = expectedValues.filter(([name]) =>
  ["text", "a list of texts", "an object"].includes(name),
);

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
          await expectProperGrade(grade, { input: {}, expected, output, metadata: {} });
        await expectProperGrade(grade, { input: {}, expected: output, output, metadata: {} });
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
        await expectProperGrade(grade, { input: given, expected, output, metadata: given });
        await expectProperGrade(grade, { input: given, expected: output, output, metadata: given });
      });
      await fc.assert(answers, { numRuns: 60 });
    });

    test("gives the same verdict twice", async () => {
      const input: GradeInput = { input: {}, expected: "a b c", output: "a b d", metadata: {} };
      expect(await grade(input)).toEqual(await grade(input));
    });
  });
}

async function expectProperGrade(grade: Grade, input: GradeInput): Promise<void> {
  const graded = await grade(input);
  expect(graded.reason.length).toBeGreaterThan(10);
  expect(graded.reason.length).toBeLessThanOrEqual(1_000);
  expect(graded.reason.isWellFormed() && !graded.reason.includes("\0")).toBe(true);
  if (graded.status === "unscored") return;
  expect(graded.score).toBeGreaterThanOrEqual(0);
  expect(graded.score).toBeLessThanOrEqual(1);
  const stored = JSON.stringify(graded.detail ?? null);
  expect(stored).not.toMatch(/(?<!\\)\\(?:u0000|ud[89a-f])/i);
  expect(stored.length).toBeLessThan(100_000);
}
