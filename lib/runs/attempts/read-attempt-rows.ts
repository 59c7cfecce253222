import { caseTitle, valuePreview } from "#lib/datasets/case-text.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { excerpt } from "#lib/formats/excerpt.ts";

export type AttemptVerdict = "passed" | "failed" | "unscored" | "errored";

export type UnpassedGrade = { name: string; status: "failed" | "unscored"; reason: string };

export type AttemptRow = {
  key: string;
  repetition: number;
  position: number;
  /** Null while it waits to be graded. */
  verdict: AttemptVerdict | null;
  title: string;
  expected: string;
  /** The start of the answer; of an attempt that errored, its error. */
  actual: string;
  errorClass: string | null;
  /** Graders that did not pass it or could not score it, in the order of the run. */
  unpassed: UnpassedGrade[];
  latencyMs: number | null;
  costMicroUsd: number | null;
  /** The verdicts of all attempts at this case in their order; one of one for a run that tries each case once. */
  caseVerdicts: (AttemptVerdict | null)[];
  /** How many people say what of the answer. */
  labels: { passed: number; failed: number };
};

type Found = Omit<AttemptRow, "title" | "expected" | "actual"> & {
  place: number;
  input: unknown;
  expected: unknown;
  output: string | null;
  error: string | null;
};

/** A document of megabytes is not sent through for one line of it. */
const previewChars = 2000;

/**
 * The rows of a page of attempts with the place of each. `page` is a statement that selects run_id, case_id, repetition,
 * case_revision_id, position and place of each; the rows come in the order of place, position and repetition.
 */
export async function readAttemptRows(
  page: Prisma.Sql,
  direction: "ascending" | "descending",
): Promise<{ place: number; row: AttemptRow }[]> {
  const order = Prisma.raw(direction === "ascending" ? "asc" : "desc");
  const found = await db().$queryRaw<Found[]>`
    with page as (${page})
    select p.place, r.key, a.repetition::int, r.position, a.verdict::text, ${preview("input")}, ${preview("expected")},
      left(a.output, ${previewChars}) as output, left(a.error_message, ${previewChars}) as error,
      coalesce(a.error_code, a.error_class) as "errorClass", a.latency_ms as "latencyMs", a.cost_micro_usd as "costMicroUsd",
      coalesce(grades.unpassed, '[]') as unpassed,
      (select jsonb_agg(s.verdict order by s.repetition) from attempt s where s.run_id = p.run_id and s.case_id = p.case_id)
        as "caseVerdicts",
      (select jsonb_build_object('passed', count(*) filter (where l.verdict = 'passed'),
          'failed', count(*) filter (where l.verdict = 'failed'))
        from label l where l.run_id = p.run_id and l.case_id = p.case_id and l.repetition = p.repetition and l.in_force) as labels
    from page p
    join attempt a on a.run_id = p.run_id and a.case_id = p.case_id and a.repetition = p.repetition
    join case_revision r on r.id = p.case_revision_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('name', gr.name, 'reason', left(g.reason, 300),
        'status', case when g.status = 'unscored' then 'unscored' else 'failed' end) order by rg.position) as unpassed
      from grade g
      join grader_version gv on gv.id = g.grader_version_id
      join grader gr on gr.id = gv.grader_id
      left join run_grader rg on rg.run_id = g.run_id and rg.grader_version_id = g.grader_version_id
      where g.run_id = p.run_id and g.case_id = p.case_id and g.repetition = p.repetition and g.passed is distinct from true
    ) grades on true
    order by p.place ${order}, p.position ${order}, p.repetition ${order}`;
  return found.map(({ place, ...row }) => ({ place, row: toRow(row) }));
}

function preview(column: "input" | "expected"): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`case when jsonb_typeof(r.${name}) = 'string' and length(r.${name} #>> '{}') > ${previewChars}
      then to_jsonb(left(r.${name} #>> '{}', ${previewChars}))
    when length(r.${name}::text) > ${previewChars * 10} then to_jsonb(left(r.${name}::text, ${previewChars}))
    else r.${name} end as ${name}`;
}

function toRow({ input, expected, output, error, ...row }: Omit<Found, "place">): AttemptRow {
  return {
    ...row,
    title: caseTitle(input, row.key),
    expected: valuePreview(expected),
    actual: excerpt(output ?? error ?? ""),
  };
}
