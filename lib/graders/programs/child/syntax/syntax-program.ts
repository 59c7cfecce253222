import { stripTypeScriptTypes } from "node:module";
import { parse as parseScript } from "acorn";
import { parseAllDocuments } from "yaml";
import type { SyntaxRequest, SyntaxVerdict } from "../../requests/syntax-request.ts";
import type { Program, ProgramAnswer } from "../program.ts";
import { jsonProblem } from "./json-place.ts";
import { placeOf } from "./place-of.ts";

export async function openSyntaxProgram(): Promise<Program> {
  return async (input) => {
    // Made by the kind `syntax`.
    const { language, code } = input as SyntaxRequest;
    switch (language) {
      case "javascript":
        return sure(javascriptVerdict(code));
      case "typescript":
        return typescriptVerdict(code);
      case "json":
        return sure(jsonVerdict(code));
      case "yaml":
        return sure(yamlVerdict(code));
      case "python":
        throw new Error("Python has a program of its own.");
    }
  };
}

const sure = (output: SyntaxVerdict): ProgramAnswer => ({ output, spent: false });

/** As a module, else as a script: the newest ECMAScript, by acorn. */
function javascriptVerdict(code: string): SyntaxVerdict {
  const asModule = acornVerdict(code, "module");
  if (asModule.type !== "invalid") return asModule;
  const asScript = acornVerdict(code, "script");
  if (asScript.type !== "invalid") return asScript;
  return /^\s*(?:import|export)\b/m.test(code) ? asModule : asScript;
}

function acornVerdict(code: string, sourceType: "module" | "script"): SyntaxVerdict {
  try {
    parseScript(code, { ecmaVersion: "latest", sourceType, allowHashBang: true });
    return { type: "valid" };
  } catch (error) {
    if (error instanceof RangeError || String(error).includes("stack space")) return tooDeep;
    if (!(error instanceof SyntaxError)) throw error;
    const position: unknown = Reflect.get(error, "pos");
    const at = typeof position === "number" ? placeOf(code, position) : { line: null, column: null };
    return { type: "invalid", ...at, message: error.message.replace(/ \(\d+:\d+\)$/, "") };
  }
}

/** By the parser that Node itself uses (swc). It reads types and does not check them; JSX is not TypeScript here. */
function typescriptVerdict(code: string): ProgramAnswer {
  try {
    stripTypeScriptTypes(code, { mode: "transform" });
    return sure({ type: "valid" });
  } catch (error) {
    const nodeCode: unknown = Reflect.get(Object(error), "code");
    // The parser's memory is in disorder after it ran out of stack.
    if (nodeCode !== "ERR_INVALID_TYPESCRIPT_SYNTAX") return { output: tooDeep, spent: true };
    const { message, stack = "" } = error as SyntaxError;
    // ":2\nlet x: = 1;\n       ^\n\nSyntaxError …": the line's number, a line or two of the code, and a mark below the place.
    const line = /^[^\n]*:(\d+)\n/.exec(stack)?.[1];
    const mark = /^[^\n]*\n(?:[^\n]*\n){1,2}?( *)\^/.exec(stack)?.[1];
    const at = {
      line: line === undefined ? null : Number(line),
      column: mark === undefined ? null : mark.length + 1,
    };
    return sure({ type: "invalid", ...at, message: message.slice(0, 300) });
  }
}

function jsonVerdict(code: string): SyntaxVerdict {
  try {
    JSON.parse(code);
    return { type: "valid" };
  } catch {
    // Where and why is found below: V8 names the place of some errors only.
  }
  const problem = jsonProblem(code);
  if (problem === null) return tooDeep;
  return { type: "invalid", ...placeOf(code, problem.offset), message: problem.message };
}

/** YAML 1.2, every document of a stream. */
function yamlVerdict(code: string): SyntaxVerdict {
  try {
    const documents = parseAllDocuments(code, { prettyErrors: false });
    const [error] = Array.isArray(documents) ? documents.flatMap((document) => document.errors) : [];
    if (error === undefined) return { type: "valid" };
    if (error.message.includes("call stack")) return tooDeep;
    return { type: "invalid", ...placeOf(code, error.pos[0]), message: error.message.slice(0, 300) };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

const tooDeep: SyntaxVerdict = { type: "undecided", reason: "The code is nested too deeply for its parser." };
