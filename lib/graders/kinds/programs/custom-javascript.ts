import { parse } from "acorn";
import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, JsonValue, OutsideKind } from "../../grader-kind.ts";
import { MEMORY_LIMITS_MB } from "../../programs/memory-limits.ts";
import type {
  GradeOutcome,
  JavascriptRequest,
  Returned,
} from "../../programs/requests/javascript-request.ts";
import { quote } from "../../reading/quote.ts";
import { exampleCode } from "./custom-javascript-example.ts";
import { failureWords } from "./javascript-tests.ts";
import { couldNotRun, limitWords } from "./stopped.ts";

const MEMORY_LIMIT_MB = 64;

const configSchema = z.strictObject({
  code: z
    .string()
    .min(1, "Write a function.")
    .max(100_000, "The code has at most 100,000 characters.")
    .superRefine((code, context) => {
      const problem = syntaxProblem(code);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    }),
  timeLimitSeconds: z
    .number("Enter a number of seconds.")
    .min(0.05, "The time limit is at least 0.05 s.")
    .max(10, "The time limit is at most 10 s."),
});
export type CustomJavascriptConfig = z.output<typeof configSchema>;

/**
 * Calls a function of the user's, in QuickJS with a context of its own for each case: no network, no files, no timers; the clock stands
 * at 1 January 2000 and Math.random repeats itself, so that a verdict does too. 64 MB of memory, 1 s of computing by default. What it
 * returns is checked: a score from 0 to 1, or true or false, or an object with either. Anything else, an exception and every limit are
 * unscored with the reason.
 */
export const customJavascript: OutsideKind<CustomJavascriptConfig> = {
  kind: "custom-javascript",
  execution: "isolated",
  family: "programs",
  label: "Custom JavaScript",
  explanation: "Scores the answer with a function that you write in JavaScript, run in a sandbox.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: false,
  configSchema,
  defaults: { code: exampleCode, timeLimitSeconds: 1 },
  open({ code, timeLimitSeconds }, { programs }) {
    return async (input, signal) => {
      const timeLimitMs = timeLimitSeconds * 1_000;
      const request: JavascriptRequest = {
        task: "grade",
        code,
        input: sandboxInput(input),
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
        const words = limitWords(result, timeLimitSeconds);
        return words === null
          ? couldNotRun(result, signal)
          : unscored(`The grader's code ${words} and was stopped.`);
      }
      // What the program answers to a grade; see child/javascript/grade-with-code.ts.
      const outcome = result.output as GradeOutcome;
      const graded =
        outcome.type === "failed"
          ? unscored(`The grader's code gave no score: ${failureWords(outcome.failure, timeLimitSeconds)}.`)
          : fromReturned(outcome.returned);
      return outcome.console.length === 0 ? graded : { ...graded, detail: { console: outcome.console } };
    };
  },
};

/** What the function gets. Values that JSON cannot say are null. */
function sandboxInput({ input, expected, output, metadata, attempt }: GradeInput): JsonValue {
  const given = { input, expected: expected ?? null, output, metadata, attempt: attempt ?? null };
  // JSON text read again is JSON.
  return JSON.parse(JSON.stringify(given)) as JsonValue;
}

function fromReturned(returned: Returned): GradeResult {
  switch (returned.type) {
    case "number":
      return fromScore(returned.text, null);
    case "boolean":
      return fromPass(returned.value, null);
    case "other":
      return wrongReturn(returned.what);
    case "object": {
      const { score, pass, reason, wrong } = returned;
      if (wrong !== null) return wrongReturn(wrong);
      return score === null ? fromPass(pass === true, reason) : fromScore(score, reason);
    }
  }
}

function fromPass(pass: boolean, reason: string | null): GradeResult {
  return scored(
    pass ? 1 : 0,
    reason ?? `The grader's code says that the answer ${pass ? "passes" : "fails"}.`,
  );
}

function fromScore(text: string, reason: string | null): GradeResult {
  const score = Number(text);
  if (!(score >= 0 && score <= 1)) {
    return unscored(
      `The grader's code returned the score ${text.slice(0, 40)}, and a score is a number from 0 to 1.`,
    );
  }
  return scored(score, reason ?? `The grader's code gives the score ${Number(score.toFixed(4))}.`);
}

function wrongReturn(what: string): GradeResult {
  return unscored(
    `The grader's code returned ${quote(what, 80)}, and it has to return a score from 0 to 1, true or false, or an object with score, pass and reason.`,
  );
}

function syntaxProblem(code: string): string | null {
  try {
    parse(code, { ecmaVersion: "latest", sourceType: "script" });
    return null;
  } catch (error) {
    if (error instanceof RangeError) return "The code is nested too deeply.";
    const [, message = "", line = "", column = ""] = /^([\s\S]*) \((\d+):(\d+)\)$/.exec(String(error)) ?? [];
    return `The code cannot be read at line ${line}, column ${Number(column) + 1}: ${message.replace(/^SyntaxError: /, "")}.`;
  }
}
