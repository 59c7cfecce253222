import { createLabelReader, otherLabel } from "#lib/runs/labels/create-label-reader.ts";
import { confusionMatrix } from "#lib/stats/classification/confusion.ts";
import type { Classification } from "../scorecard.ts";
import { isLabelTask, maxLabelLength, maxLabels } from "./is-label-task.ts";
import type { RunScope } from "./run-scope.ts";

type OutcomeGroup = { expected: string | null; answer: string | null; count: number };
type TextGroup = OutcomeGroup & { expected: string };

/** Free text differs from case to case: so many attempts show it, and the others are not looked at. */
const sampleSize = 2_000;
/** More ways to answer than this are no labels either. */
const maxGroups = 20_000;

const sampleSql = `
  select count(distinct r.expected)::int as labels, bool_and(coalesce(jsonb_typeof(r.expected) = 'string', false)) as "allText"
  from (select case_revision_id from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered' limit ${sampleSize}) a
    join case_revision r on r.id = a.case_revision_id`;

/**
 * An answer that is longer than any label is none, and is not read: a character has up to four bytes. What is no text is told apart
 * behind the join, because as a condition it makes PostgreSQL expect a handful of cases and look each one up.
 */
const groupsSql = `
  select case when jsonb_typeof(r.expected) = 'string' then r.expected #>> '{}' end as expected,
    case when octet_length(a.output) <= ${maxLabelLength * 4 + 100} then btrim(a.output, E' \\n\\r\\t') end as answer,
    count(*)::int as count
  from attempt a join case_revision r on r.id = a.case_revision_id
  where a.workspace_id = $1 and a.run_id = $2 and a.outcome = 'answered'
  group by 1, 2 limit ${maxGroups + 1}`;

/** Confusion matrix with precision, recall and F1 per class, or null when the expected values are not labels. */
export async function readClassification(scope: RunScope): Promise<Classification | null> {
  const [sample] = await scope.query<{ labels: number; allText: boolean | null }>(sampleSql);
  if (sample?.allText !== true || sample.labels > maxLabels) return null;
  const groups = await scope.query<OutcomeGroup>(groupsSql);
  if (groups.length > maxGroups) return null;
  const texts = groups.filter((group): group is TextGroup => group.expected !== null);
  const labels = new Set(texts.map((group) => group.expected));
  // Repetitions ask for the same label again; that alone makes no label of it.
  const cases = groups.reduce((sum, { count }) => sum + count, 0) / scope.repetitions;
  if (texts.length < groups.length || !isLabelTask(labels, cases)) return null;
  const read = createLabelReader(labels);
  return confusionMatrix(
    texts.flatMap(({ expected, answer, count }) => {
      const pair = { expected, actual: answer === null ? otherLabel : read(answer) };
      return Array.from({ length: count }, () => pair);
    }),
  );
}
