import { pool } from "#lib/db/database.ts";
import type { PairCounts } from "../rules/paired-difference.ts";
import { attemptsOf, comparedRepetition, sameQuestion } from "./pair-sql.ts";
import type { PairIds } from "./read-pair-counts.ts";

type Row = PairCounts & { graderVersionId: string };

// Runs on one dataset version cannot hold a changed case, and skip the comparison of their content.
const changedCases = `
  with changed as materialized (
    select a.case_id from ${attemptsOf("$2", "verdict")} a join ${attemptsOf("$3", "verdict")} b on b.case_id = a.case_id
    where not ${sameQuestion}
  )`;

const countsSql = (condition: string) => `
  select a.grader_version_id as "graderVersionId",
    count(*) filter (where a.passed and b.passed)::int as both_pass,
    count(*) filter (where not a.passed and not b.passed)::int as both_fail,
    count(*) filter (where not a.passed and b.passed)::int as fixed,
    count(*) filter (where a.passed and not b.passed)::int as broken
  from grade a join grade b on b.workspace_id = $1 and b.run_id = $3 and b.case_id = a.case_id
    and b.repetition = a.repetition and b.grader_version_id = a.grader_version_id
  where a.workspace_id = $1 and a.run_id = $2 and a.repetition = ${comparedRepetition}
    and a.status = 'scored' and b.status = 'scored' ${condition}
  group by 1`;

/** The pairs of each grader version that both runs used: cases of unchanged content that it scored in both. */
export async function readGraderPairs(
  { workspaceId, a, b }: PairIds,
  { sameVersion }: { sameVersion: boolean },
): Promise<Map<string, PairCounts>> {
  const sql = sameVersion
    ? countsSql("")
    : `${changedCases} ${countsSql("and not exists (select 1 from changed c where c.case_id = a.case_id)")}`;
  const { rows } = await pool().query<Row>(sql, [workspaceId, a, b]);
  return new Map(rows.map(({ graderVersionId, ...counts }) => [graderVersionId, counts]));
}
