import { pool } from "#lib/db/database.ts";
import { createLabelReader } from "#lib/runs/labels/create-label-reader.ts";
import { confusionMatrix } from "#lib/stats/classification/confusion.ts";
import { isLabelTask } from "./is-label-task.ts";
import { type RunScope, scopeValues } from "./run-scope.ts";
import type { Classification } from "./scorecard.ts";

type OutcomeGroup = { expected: string; output: string; count: number };

const shapeSql = `
  select count(*)::int as cases, count(distinct r.expected)::int as labels,
    bool_and(coalesce(jsonb_typeof(r.expected) = 'string', false)) as "allText"
  from attempt a join case_revision r on r.id = a.case_revision_id
  where a.workspace_id = $1 and a.run_id = $2 and a.outcome = 'answered'`;

const groupsSql = `
  select r.expected #>> '{}' as expected, left(btrim(a.output, E' \\n\\r\\t'), 200) as output, count(*)::int as count
  from attempt a join case_revision r on r.id = a.case_revision_id
  where a.workspace_id = $1 and a.run_id = $2 and a.outcome = 'answered'
  group by 1, 2`;

/** Confusion matrix with precision, recall and F1 per class, or null when the expected values are not labels. */
export async function readClassification(scope: RunScope): Promise<Classification | null> {
  const shape = await pool().query<{ cases: number; labels: number; allText: boolean | null }>(
    shapeSql,
    scopeValues(scope),
  );
  const [row] = shape.rows;
  if (row === undefined || row.allText !== true || row.cases < row.labels * 2 || row.labels < 2) return null;
  const { rows } = await pool().query<OutcomeGroup>(groupsSql, scopeValues(scope));
  const labels = new Set(rows.map((group) => group.expected));
  if (!isLabelTask(labels, row.cases)) return null;
  const read = createLabelReader(labels);
  return confusionMatrix(
    rows.flatMap(({ expected, output, count }) => {
      const pair = { expected, actual: read(output) };
      return Array.from({ length: count }, () => pair);
    }),
  );
}
