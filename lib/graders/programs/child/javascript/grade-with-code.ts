import type {
  GradeOutcome,
  JavascriptRequest,
  Returned,
  ScriptFailure,
} from "../../requests/javascript-request.ts";
import type { Sandbox } from "./sandbox.ts";

const file = "grader.js";

/** Reads what the code returned inside the sandbox, and tells the host in texts: nothing that the code made is looked at outside. */
const reader = `(() => {
  const tell = report;
  delete globalThis.report;
  const toText = String;
  const isList = Array.isArray;
  const stringify = JSON.stringify;
  const sample = (value) => {
    try {
      return typeof value === "function" ? "a function" : typeof value === "symbol" ? "a symbol" : (stringify(value) ?? toText(value));
    } catch {
      return "a value that cannot be shown";
    }
  };
  const read = (value) => {
    if (typeof value === "number") return tell("number", toText(value));
    if (typeof value === "boolean") return tell("boolean", toText(value));
    if (typeof value !== "object" || value === null || isList(value)) return tell("other", sample(value));
    const { score, pass, reason } = value;
    const missing = (part) => part === undefined || part === null;
    const wrong = !missing(score) && typeof score !== "number" ? "score: " + sample(score)
      : !missing(pass) && typeof pass !== "boolean" ? "pass: " + sample(pass)
      : !missing(reason) && typeof reason !== "string" ? "reason: " + sample(reason)
      : missing(score) && missing(pass) ? sample(value) : "";
    tell(
      "object",
      missing(score) ? "" : toText(score),
      missing(pass) ? "" : toText(pass),
      missing(reason) ? "" : toText(reason),
      wrong,
    );
  };
  return async (grade, input) => read(await grade(input));
})()`;

/** Calls the function that the code is, or that it declares with the name `grade`, with the case and the answer. */
export function gradeWithCode(
  sandbox: Sandbox,
  request: Extract<JavascriptRequest, { task: "grade" }>,
): GradeOutcome {
  const { context, console } = sandbox;
  let returned: Returned | null = null;
  sandbox.offer("report", (type, first = "", pass = "", reason = "", wrong = "") => {
    returned ??= returnedOf(type ?? "", first, pass, reason, wrong);
  });
  const failed = (failure: ScriptFailure): GradeOutcome => ({ type: "failed", failure, console });
  const call = sandbox.evaluate(reader, "reader.js");
  if (call.type === "failed") return failed(call.failure);
  const script = sandbox.evaluate(request.code, file);
  if (script.type === "failed") return failed(script.failure);
  const grade = context.typeof(script.value) === "function" ? script : sandbox.evaluate("grade", file);
  if (grade.type === "failed" || context.typeof(grade.value) !== "function") {
    return failed({
      type: "exception",
      message: "the code is no function, and declares none with the name grade",
      line: null,
    });
  }
  // As JSON, which also carries halves of surrogate pairs and NUL unharmed.
  const input = sandbox.evaluate(`JSON.parse(${JSON.stringify(JSON.stringify(request.input))})`, "input.js");
  if (input.type === "failed") return failed(input.failure);
  const promise = sandbox.call(call.value, [grade.value, input.value]);
  if (promise.type === "failed") return failed(promise.failure);
  const stopped = sandbox.runJobs();
  if (stopped !== null) return failed(stopped);
  const state = context.getPromiseState(promise.value);
  if (state.type === "rejected") return failed(sandbox.failureOf(state.error));
  if (returned === null) {
    return failed({
      type: "never",
      message: "the function waits for a promise that nothing resolves",
      line: null,
    });
  }
  return { type: "returned", returned, console };
}

const MAX_TEXT_CHARS = 2_000;

function returnedOf(type: string, first: string, pass: string, reason: string, wrong: string): Returned {
  const cut = (text: string) => (text === "" ? null : text.slice(0, MAX_TEXT_CHARS));
  switch (type) {
    case "number":
      return { type: "number", text: first };
    case "boolean":
      return { type: "boolean", value: first === "true" };
    case "object":
      return {
        type: "object",
        score: cut(first),
        pass: pass === "" ? null : pass === "true",
        reason: cut(reason),
        wrong: cut(wrong),
      };
    default:
      return { type: "other", what: first.slice(0, 200) };
  }
}
