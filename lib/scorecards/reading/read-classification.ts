import { createLabelReader, otherLabel } from "#lib/runs/labels/create-label-reader.ts";
import type { UnitProfile } from "#lib/stats/bootstrap/bootstrap-profiles.ts";
import { confusionMatrix } from "#lib/stats/classification/confusion.ts";
import type { Classification } from "../scorecard.ts";
import { isLabelTask, maxLabelLength, maxLabels } from "./is-label-task.ts";
import { describeLabelMetrics } from "./label-metrics.ts";
import { type RunScope, type RunUnit, unitColumn } from "./run-scope.ts";

type OutcomeGroup = { id: number; expected: string | null; answer: string | null; count: number };
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
const expectedText = "case when jsonb_typeof(r.expected) = 'string' then r.expected #>> '{}' end";
const answerText = `case when octet_length(a.output) <= ${maxLabelLength * 4 + 100} then btrim(a.output, E' \\n\\r\\t') end`;
const answeredFrom = `from attempt a join case_revision r on r.id = a.case_revision_id
  where a.workspace_id = $1 and a.run_id = $2 and a.outcome = 'answered'`;

const groupsSql = `
  select (row_number() over ())::int as id, expected, answer, count
  from (
    select ${expectedText} as expected, ${answerText} as answer, count(*)::int as count ${answeredFrom}
    group by 1, 2 limit ${maxGroups + 1}
  ) groups`;

/**
 * The same, and the cases or clusters that were answered alike, with the ids of the groups that their attempts are in; a group comes as
 * often as there are such attempts. The texts are read once. No label holds the character that stands for an answer that was not read.
 */
const groupsAndProfilesSql = (unit: Exclude<RunUnit, "attempt">) => `
  with answers as materialized (
    select ${unitColumn[unit]} as unit, ${expectedText} as expected, coalesce(${answerText}, E'\\x01') as answer ${answeredFrom}
  ), groups as materialized (
    select (row_number() over ())::int as id, expected, answer, count(*)::int as count
    from answers group by expected, answer limit ${maxGroups + 1}
  ), units as (
    select unit, string_agg(id::text, ' ' order by id) as ids from answers join groups using (expected, answer) group by unit
  )
  select id, expected, nullif(answer, E'\\x01') as answer, count, null::text as ids, null::int as units from groups
  union all
  select null, null, null, null, ids, count(*)::int from units group by ids`;

/** Confusion matrix with precision, recall and F1 per class, or null when the expected values are not labels or no answer is one. */
export async function readClassification(scope: RunScope): Promise<Classification | null> {
  const [sample] = await scope.query<{ labels: number; allText: boolean | null }>(sampleSql);
  if (sample?.allText !== true || sample.labels > maxLabels) return null;
  const { groups, profiles } = await readAnswers(scope);
  if (groups.length > maxGroups) return null;
  const texts = groups.filter((group): group is TextGroup => group.expected !== null);
  const labels = new Set(texts.map((group) => group.expected));
  // Repetitions ask for the same label again; that alone makes no label of it.
  const cases = groups.reduce((sum, { count }) => sum + count, 0) / scope.repetitions;
  if (texts.length < groups.length || !isLabelTask(labels, cases)) return null;
  const read = createLabelReader(labels);
  const pairs = new Map(
    texts.map(({ id, expected, answer }) => [
      id,
      { expected, actual: answer === null ? otherLabel : read(answer) },
    ]),
  );
  // Free text about one of few things, such as a sentence that names a city: none of it is a label, and the matrix would show nothing.
  if ([...pairs.values()].every(({ actual }) => actual === otherLabel)) return null;
  const matrix = confusionMatrix(
    texts.flatMap(({ id, count }) => {
      const pair = pairs.get(id);
      return pair === undefined ? [] : Array.from({ length: count }, () => pair);
    }),
  );
  const position = new Map(matrix.labels.map((label, index) => [label, index]));
  const cellOf = (id: number) => {
    const pair = pairs.get(id);
    return (
      (position.get(pair?.expected ?? "") ?? 0) * matrix.labels.length +
      (position.get(pair?.actual ?? "") ?? 0)
    );
  };
  const units = profiles.map(
    ({ ids, units }): UnitProfile => ({
      units,
      cells: ids.map((id) => [cellOf(id), 1] as const),
    }),
  );
  return { ...matrix, ...describeLabelMetrics(matrix.labels.length, units, scope.unit) };
}

type Answers = { groups: OutcomeGroup[]; profiles: { ids: readonly number[]; units: number }[] };
type Row = (OutcomeGroup & { ids: null }) | { ids: string; units: number };

async function readAnswers(scope: RunScope): Promise<Answers> {
  if (scope.unit === "attempt") {
    const groups = await scope.query<OutcomeGroup>(groupsSql);
    return { groups, profiles: groups.map(({ id, count }) => ({ ids: [id], units: count })) };
  }
  const rows = await scope.query<Row>(groupsAndProfilesSql(scope.unit));
  return {
    groups: rows.flatMap((row) => (row.ids === null ? [row] : [])),
    profiles: rows.flatMap((row) =>
      row.ids === null ? [] : [{ ids: row.ids.split(" ").map(Number), units: row.units }],
    ),
  };
}
