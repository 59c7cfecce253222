import { compareTables } from "../../../kinds/programs/sql/compare-tables.ts";
import type { SqlTable } from "../../../kinds/programs/sql/sql-table.ts";
import {
  type ParseOutcome,
  type SqlOutcome,
  type SqlRequest,
  sqlPhases,
} from "../../requests/sql-request.ts";
import type { Program, TellPhase } from "../program.ts";
import type { QueryEngine } from "./query-engine.ts";
import { shownTable } from "./shown-table.ts";

type Comparison = Extract<SqlRequest, { task: "compare" }>;

export function sqlProgram(engine: QueryEngine): Program {
  return async (input, tell) => {
    // Made by the kinds `sql-result` and `syntax`.
    const request = input as SqlRequest;
    const output: SqlOutcome | ParseOutcome =
      request.task === "parse"
        ? { type: "parsed", verdict: await engine.parse(request.sql) }
        : await compareQueries(engine, request, tell);
    return { output, spent: engine.isSpent() };
  };
}

async function compareQueries(
  engine: QueryEngine,
  request: Comparison,
  tell: TellPhase,
): Promise<SqlOutcome> {
  tell(sqlPhases.fixture);
  const loadProblem = await engine.load(request.fixture);
  if (loadProblem !== null) return { type: "broken-case", problem: `The fixture ${loadProblem}` };
  tell(sqlPhases.expected);
  const expected = await expectedTable(engine, request);
  if (typeof expected === "string") return { type: "broken-case", problem: `The expected query ${expected}` };
  tell(sqlPhases.actual);
  const actual = await engine.query(request.actual, request.rowLimit);
  if (actual.type === "none")
    return { type: "no-result", problem: actual.problem, expected: shownTable(expected) };
  tell(sqlPhases.comparing);
  return {
    type: "compared",
    comparison: compareTables(expected, actual.table, request.rules),
    expected: shownTable(expected),
    actual: shownTable(actual.table),
  };
}

/** The table, or what is wrong with the query. */
async function expectedTable(
  engine: QueryEngine,
  { expected, rowLimit }: Comparison,
): Promise<SqlTable | string> {
  if (expected.type === "rows") return expected;
  const result = await engine.query(expected.sql, rowLimit);
  return result.type === "table" ? result.table : result.problem;
}
