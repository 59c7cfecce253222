import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, JsonValue, OutsideKind } from "../../grader-kind.ts";
import { MEMORY_LIMITS_MB } from "../../programs/memory-limits.ts";
import { type SqlOutcome, type SqlRequest, sqlPhases } from "../../programs/requests/sql-request.ts";
import { quote } from "../../reading/quote.ts";
import type { StoppedProgram } from "../../services/program-runner.ts";
import { codeFromAnswer } from "./code-from-answer.ts";
import { expectedTable } from "./sql/expected-table.ts";
import { isOrdered } from "./sql/sql-tokens.ts";
import { comparisonWords, rowF1 } from "./sql/table-words.ts";
import { couldNotRun, limitWords } from "./stopped.ts";

const toleranceSchema = z
  .number("Enter a number.")
  .min(0, "A tolerance cannot be negative.")
  .max(Number.MAX_VALUE);

const configSchema = z.strictObject({
  dialect: z.enum(["sqlite", "postgresql"]),
  /** Statements that make and fill the tables; a case may have its own at `metadata.fixture`. */
  fixture: z.string().max(1_000_000, "A fixture has at most 1,000,000 characters."),
  order: z.enum(["if-ordered", "matters", "ignored"]),
  duplicates: z.boolean(),
  columnNames: z.boolean(),
  absoluteTolerance: toleranceSchema,
  relativeTolerance: toleranceSchema,
  score: z.enum(["equal", "row-f1"]),
  timeLimitSeconds: z
    .number("Enter a number of seconds.")
    .min(0.1, "The time limit is at least 0.1 s.")
    .max(30, "The time limit is at most 30 s."),
  rowLimit: z
    .int("Enter a whole number of rows.")
    .min(1, "The limit is at least 1 row.")
    .max(100_000, "The limit is at most 100,000 rows."),
});
export type SqlResultConfig = z.output<typeof configSchema>;

/**
 * Runs the expected and the answer's query on the same tables and compares what they give: 1 when the results are the same by the rules,
 * else 0; with `row-f1`, the F1 of rows. A query that is refused, fails, or meets a limit scores 0. A fixture or an expected query that
 * does not work leaves the case unscored.
 */
export const sqlResult: OutsideKind<SqlResultConfig> = {
  kind: "sql-result",
  execution: "isolated",
  family: "programs",
  label: "SQL result",
  explanation:
    "Runs the answer's query on your tables and passes when it gives the rows that the expected query gives.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {
    dialect: "sqlite",
    fixture:
      "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, city TEXT);\nINSERT INTO customer VALUES (1, 'Ada', 'Lisbon'), (2, 'Blaise', 'Paris'), (3, 'Carl', 'Lisbon');\n",
    order: "if-ordered",
    duplicates: true,
    columnNames: false,
    absoluteTolerance: 0,
    relativeTolerance: 0,
    score: "equal",
    timeLimitSeconds: 5,
    rowLimit: 10_000,
  },
  open(config, { programs }) {
    return async (input, signal) => {
      const reading = expectedTable(input.expected);
      if (reading.status === "none") return noExpectedValue;
      if (reading.status === "unreadable") return unscored(reading.reason);
      const { expected } = reading;
      const actual = codeFromAnswer(input.output);
      if (actual.trim() === "") return scored(0, "The answer holds no query.");
      const request: SqlRequest = {
        task: "compare",
        fixture: fixtureOf(input, config),
        expected,
        actual,
        rules: { ...config, order: orderOf(config, expected) },
        rowLimit: config.rowLimit,
      };
      const result = await programs.run(
        {
          program: config.dialect,
          input: request,
          timeLimitMs: config.timeLimitSeconds * 1_000,
          memoryLimitMb: MEMORY_LIMITS_MB[config.dialect],
        },
        signal,
      );
      if (result.type === "stopped") return stoppedGrade(result, config, signal);
      // Both dialects answer a comparison with this; see child/sql/sql-program.ts.
      return toGrade(result.output as SqlOutcome, actual, config);
    };
  },
};

function fixtureOf({ metadata }: GradeInput, config: SqlResultConfig): string {
  return typeof metadata.fixture === "string" ? metadata.fixture : config.fixture;
}

function orderOf({ order, dialect }: SqlResultConfig, expected: { type: string; sql?: string }): boolean {
  if (order !== "if-ordered") return order === "matters";
  return expected.sql !== undefined && isOrdered(expected.sql, dialect);
}

function toGrade(outcome: SqlOutcome, actual: string, { score }: SqlResultConfig): GradeResult {
  switch (outcome.type) {
    case "broken-case":
      return unscored(outcome.problem);
    case "no-result":
      return scored(
        0,
        `The answer's query ${quote(actual, 100)} ${outcome.problem}`,
        tables(outcome.expected, null),
      );
    case "compared": {
      const { comparison, expected } = outcome;
      const value = score === "row-f1" ? rowF1(comparison) : comparison.type === "equal" ? 1 : 0;
      return scored(value, comparisonWords(comparison), tables(expected, outcome.actual));
    }
  }
}

function tables(expected: JsonValue, actual: JsonValue): JsonValue {
  return { tables: { expected, actual } };
}

function stoppedGrade(
  stopped: StoppedProgram,
  { timeLimitSeconds }: SqlResultConfig,
  signal: AbortSignal,
): GradeResult {
  const words = limitWords(stopped, timeLimitSeconds);
  if (words === null) return couldNotRun(stopped, signal);
  switch (stopped.phase) {
    case sqlPhases.actual:
      return scored(0, `The answer's query ${words} and was stopped.`);
    case sqlPhases.expected:
      return unscored(`The expected query ${words}, so there is nothing to compare with.`);
    case sqlPhases.comparing:
      return unscored(`Comparing the two results ${words}. Set a lower row limit.`);
    default:
      return unscored(`The fixture ${words}. Make it smaller, or raise the limit.`);
  }
}
