import type {
  JavascriptRequest,
  ScriptFailure,
  TestOutcome,
  TestResult,
} from "../../requests/javascript-request.ts";
import type { Evaluated, Sandbox } from "./sandbox.ts";
import { testHarness } from "./test-harness.ts";

const MAX_TESTS = 500;
const MAX_TEXT_CHARS = 500;

/**
 * Runs the answer's code, then the tests. The functions that tests call are made before the answer's code runs and are handed to the
 * tests as arguments: an answer that redefines `test` or `assert`, or tampers with JSON or Object, does not reach them.
 */
export function runTests(
  sandbox: Sandbox,
  { code, tests }: Extract<JavascriptRequest, { task: "test" }>,
): TestOutcome {
  const { context, console } = sandbox;
  const results: TestResult[] = [];
  let failure: ScriptFailure | null = null;
  sandbox.offer("register", (name = "") => {
    if (results.length < MAX_TESTS)
      results.push({ name: name.slice(0, MAX_TEXT_CHARS), passed: false, message: null });
  });
  sandbox.offer("report", (index = "", passed = "", message = "") => {
    const result = results[Number(index)];
    if (result === undefined) return;
    result.passed = passed === "true";
    result.message = result.passed ? null : message.slice(0, MAX_TEXT_CHARS);
  });
  const failed = (part: "answer" | "tests", because: ScriptFailure): TestOutcome => ({
    type: "failed",
    part,
    failure: because,
    console,
  });
  const harness = sandbox.evaluate(testHarness, "harness.js");
  if (harness.type === "failed") return failed("tests", harness.failure);
  const loaded = loadAnswer(sandbox, code);
  if (loaded.type === "failed") return failed("answer", loaded.failure);
  // One function, so that its parameters win over whatever the answer calls by the same names; begun in the first line of the tests.
  const suite = sandbox.evaluate(
    `(async (test, assert, assertEqual, assertThrows) => {${tests}\n})`,
    "tests.js",
  );
  if (suite.type === "failed") return failed("tests", suite.failure);
  const run = sandbox.call(harness.value, [suite.value]);
  if (run.type === "failed") return failed("tests", run.failure);
  failure = sandbox.runJobs();
  const state = context.getPromiseState(run.value);
  if (failure === null && state.type === "rejected") failure = sandbox.failureOf(state.error);
  if (failure === null && state.type === "pending") {
    failure = { type: "never", message: "it waits for a promise that nothing resolves", line: null };
  }
  if (failure !== null && results.length === 0) return failed("tests", failure);
  for (const result of results) {
    if (!result.passed) result.message ??= notEnded(failure);
  }
  return { type: "ran", results, console };
}

/** As a script, or as a module when it exports something; what it exports can then be used by its name. */
function loadAnswer(sandbox: Sandbox, code: string): Evaluated {
  const script = sandbox.evaluate(code, "answer.js");
  if (script.type === "value" || script.failure.type !== "syntax" || !/^\s*export\b/m.test(code))
    return script;
  const loaded = sandbox.evaluate(code, "answer.js", "module");
  if (loaded.type === "failed") return loaded;
  sandbox.context.setProp(sandbox.context.global, "answerExports", loaded.value);
  return sandbox.evaluate(
    "for (const name of Object.keys(answerExports)) globalThis[name] = answerExports[name];",
    "exports.js",
  );
}

function notEnded(failure: ScriptFailure | null): string {
  switch (failure?.type) {
    case "time":
      return "it did not end within the time limit";
    case "memory":
      return "it needed more memory than there is";
    case undefined:
      return "it did not run";
    default:
      return failure?.message ?? "it did not run";
  }
}
