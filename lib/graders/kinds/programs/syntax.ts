import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeResult, JsonValue, OutsideKind } from "../../grader-kind.ts";
import { MEMORY_LIMITS_MB } from "../../programs/memory-limits.ts";
import type { ParseOutcome, SqlRequest } from "../../programs/requests/sql-request.ts";
import type { SyntaxRequest, SyntaxVerdict } from "../../programs/requests/syntax-request.ts";
import { quote } from "../../reading/quote.ts";
import type { ProgramName } from "../../services/program-runner.ts";
import { codeFromAnswer } from "./code-from-answer.ts";
import { couldNotRun, limitWords } from "./stopped.ts";

const TIME_LIMIT_SECONDS = 10;
/**
 * Two hundred times a long function. On a busy machine CPython in WebAssembly takes four seconds for a list of as many characters, and
 * twenty for a megabyte. JSON is read in milliseconds at any length.
 */
const MAX_CODE_CHARS = 200_000;

const configSchema = z.strictObject({
  language: z.enum(["python", "javascript", "typescript", "sql", "json", "yaml"]),
  /** For SQL. */
  dialect: z.enum(["sqlite", "postgresql"]),
});
export type SyntaxConfig = z.output<typeof configSchema>;

export const languageNames: Readonly<Record<SyntaxConfig["language"], string>> = {
  python: "Python",
  javascript: "JavaScript",
  typescript: "TypeScript",
  sql: "SQL",
  json: "JSON",
  yaml: "YAML",
};

/**
 * 1 when the answer's code can be read by its language, else 0 with the place of the first error. Read by CPython 3.14's own compiler,
 * acorn (newest ECMAScript, module or script), Node's TypeScript parser, SQLite's or PostgreSQL's own parser, RFC 8259, and YAML 1.2. The
 * code is not run, and no table has to exist.
 */
export const syntax: OutsideKind<SyntaxConfig> = {
  kind: "syntax",
  execution: "isolated",
  family: "programs",
  label: "Code can be read",
  explanation: "Passes when the answer's code has no syntax error, without running it.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { language: "python", dialect: "postgresql" },
  open(config, { programs }) {
    const name = languageNames[config.language];
    return async ({ output }, signal) => {
      const code = codeFromAnswer(output);
      if (code.trim() === "") return scored(0, `The answer holds no ${name}.`);
      if (code.length > MAX_CODE_CHARS && config.language !== "json")
        return unscored(
          `The answer holds ${code.length.toLocaleString("en-GB")} characters of ${name}, and code of more than ${MAX_CODE_CHARS.toLocaleString("en-GB")} is not read.`,
        );
      const program = programOf(config);
      const result = await programs.run(
        {
          program,
          input: requestOf(config, code),
          timeLimitMs: TIME_LIMIT_SECONDS * 1_000,
          memoryLimitMb: MEMORY_LIMITS_MB[program],
        },
        signal,
      );
      if (result.type === "stopped") {
        const words = limitWords(result, TIME_LIMIT_SECONDS);
        return words === null
          ? couldNotRun(result, signal)
          : unscored(`Reading the answer's ${name} ${words}.`);
      }
      return toGrade(verdictOf(config, result.output), code, name);
    };
  },
};

function programOf({ language, dialect }: SyntaxConfig): ProgramName {
  if (language === "sql") return dialect;
  return language === "python" ? "python" : "syntax";
}

function requestOf({ language }: SyntaxConfig, code: string): SqlRequest | SyntaxRequest {
  return language === "sql" ? { task: "parse", sql: code } : { language, code };
}

function verdictOf({ language }: SyntaxConfig, output: JsonValue): SyntaxVerdict {
  // What the programs answer to these two requests.
  return language === "sql" ? (output as ParseOutcome).verdict : (output as SyntaxVerdict);
}

function toGrade(verdict: SyntaxVerdict, code: string, name: string): GradeResult {
  switch (verdict.type) {
    case "valid":
      return scored(1, `The answer is ${name} without a syntax error.`);
    case "undecided":
      return unscored(verdict.reason);
    case "invalid": {
      const { line, column, message } = verdict;
      const said = message.trim().replace(/\.$/, "").slice(0, 300);
      if (line === null) return scored(0, `The answer is not valid ${name}: ${said}.`, { message: said });
      const place = column === null ? `line ${line}` : `line ${line}, column ${column}`;
      const text = code.split("\n", line)[line - 1]?.trim() ?? "";
      const near = text === "" ? "" : `, in ${quote(text, 80)}`;
      return scored(0, `The answer is not valid ${name} at ${place}${near}: ${said}.`, {
        line,
        column,
        message: said,
      });
    }
  }
}
