import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, JsonValue, OutsideKind } from "../../grader-kind.ts";
import { MEMORY_LIMITS_MB } from "../../programs/memory-limits.ts";
import type {
  JavascriptRequest,
  ScriptFailure,
  TestOutcome,
} from "../../programs/requests/javascript-request.ts";
import { quote } from "../../reading/quote.ts";
import { codeFromAnswer } from "./code-from-answer.ts";
import { couldNotRun, limitWords } from "./stopped.ts";

const MEMORY_LIMIT_MB = 64;
const SHOWN_TESTS = 100;

const configSchema = z.strictObject({
  /** Where the tests of a case are: here, in its expected value, or at `metadata.tests`. */
  source: z.enum(["config", "expected", "metadata"]),
  tests: z.string().max(100_000, "Tests have at most 100,000 characters."),
  score: z.enum(["share", "all"]),
  timeLimitSeconds: z
    .number("Enter a number of seconds.")
    .min(0.1, "The time limit is at least 0.1 s.")
    .max(10, "The time limit is at most 10 s."),
});
export type JavascriptTestsConfig = z.output<typeof configSchema>;

/**
 * Runs the answer's JavaScript, then the tests, in QuickJS: the share of tests that pass, or 1 only when all do. The time limit is of
 * computing, for the answer and all tests together. What the answer cannot do (not run, not end, take too much memory) fails its tests;
 * tests that cannot be run themselves leave the case unscored.
 */
export const javascriptTests: OutsideKind<JavascriptTestsConfig> = {
  kind: "javascript-tests",
  execution: "isolated",
  family: "programs",
  label: "JavaScript unit tests",
  explanation: "Runs the answer's JavaScript and scores how many of your unit tests it passes.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: false,
  configSchema,
  defaults: {
    source: "config",
    tests:
      'test("adds two numbers", () => {\n  assertEqual(add(2, 3), 5);\n});\n\ntest("takes negative numbers", () => {\n  assertEqual(add(2, -3), -1);\n});\n',
    score: "share",
    timeLimitSeconds: 2,
  },
  open(config, { programs }) {
    return async (input, signal) => {
      const tests = testsOf(input, config);
      if (tests === null) return unscored(missingTests[config.source]);
      const code = codeFromAnswer(input.output);
      if (code.trim() === "") return scored(0, "The answer holds no code.");
      const timeLimitMs = config.timeLimitSeconds * 1_000;
      const request: JavascriptRequest = {
        task: "test",
        code,
        tests,
        timeLimitMs,
        memoryLimitMb: MEMORY_LIMIT_MB,
      };
      const result = await programs.run(
        {
          program: "javascript",
          input: request,
          // QuickJS stops itself at the limit; the process is killed when it does not.
          timeLimitMs: timeLimitMs + 1_000,
          memoryLimitMb: MEMORY_LIMITS_MB.javascript,
        },
        signal,
      );
      if (result.type === "stopped") {
        const words = limitWords(result, config.timeLimitSeconds);
        if (words === null) return couldNotRun(result, signal);
        return scored(0, `The answer's code ${words} and was stopped.`);
      }
      // What the program answers to tests; see child/javascript/run-tests.ts.
      return toGrade(result.output as TestOutcome, config);
    };
  },
};

function testsOf(
  { expected, metadata }: GradeInput,
  { source, tests }: JavascriptTestsConfig,
): string | null {
  const found = { config: tests, expected, metadata: metadata.tests }[source];
  return typeof found === "string" && found.trim() !== "" ? found : null;
}

const missingTests: Readonly<Record<JavascriptTestsConfig["source"], string>> = {
  config: "This grader has no tests. Write some into its settings.",
  expected: "This case has no expected value that is a text with tests.",
  metadata: "This case has no tests: there is no text at metadata.tests.",
};

function toGrade(outcome: TestOutcome, config: JavascriptTestsConfig): GradeResult {
  if (outcome.type === "failed") {
    const words = failureWords(outcome.failure, config.timeLimitSeconds);
    if (outcome.part === "tests") return unscored(`The tests could not be run: ${words}.`);
    return scored(0, `The answer's code could not be run: ${words}.`, {
      tests: [],
      console: outcome.console,
    });
  }
  const { results, console } = outcome;
  if (results.length === 0)
    return unscored("The tests call test(name, function) nowhere, so nothing was tested.");
  const passed = results.filter((result) => result.passed).length;
  const failed = results.find((result) => !result.passed);
  const share = passed / results.length;
  const score = config.score === "share" ? share : Math.floor(share);
  const detail: JsonValue = { tests: results.slice(0, SHOWN_TESTS), console };
  const all = `${results.length} ${results.length === 1 ? "test" : "tests"}`;
  if (failed === undefined)
    return scored(score, results.length === 1 ? "The test passed." : `All ${all} passed.`, detail);
  const why = failed.message ?? "it did not pass";
  const reason = `${passed} of ${all} passed. The test ${quote(failed.name, 80)} failed: ${why.slice(0, 300).replace(/\.$/, "")}.`;
  return scored(score, reason, detail);
}

/** Half a sentence for what ended a script. */
export function failureWords({ type, message, line }: ScriptFailure, seconds: number): string {
  const at = line === null ? "" : ` (line ${line})`;
  switch (type) {
    case "time":
      return `it did not end within ${seconds} s`;
    case "memory":
      return `it needed more than ${MEMORY_LIMIT_MB} MB of memory`;
    case "never":
      return message;
    case "syntax":
    case "exception":
      return `${message.replace(/\.$/, "").slice(0, 400)}${at}`;
  }
}
