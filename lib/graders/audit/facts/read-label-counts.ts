import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { LabelCounts } from "../audit-note.ts";
import { type CaseRef, exampleCases } from "./example-cases.ts";
import { peopleSay } from "./people-say.ts";
import type { AuditedRuns } from "./recent-runs.ts";

type Row = Omit<LabelCounts, "examples"> & { examples: CaseRef[] | null };

/** How each audited grader and people judged the same answers, over all audited runs. Graders that nobody's labels meet are left out. */
export async function readLabelCounts(ctx: Context, { runs, versions }: AuditedRuns): Promise<LabelCounts[]> {
  const versionIds = versions.map(({ id }) => id);
  const rows = await db().$queryRaw<Row[]>`
    with ${peopleSay(
      ctx,
      runs.map(({ id }) => id),
    )}, judged as (
      select p.run_id, p.case_id, p.repetition, p.passed as people, g.passed as grader, g.grader_version_id
      from people p join grade g on g.run_id = p.run_id and g.case_id = p.case_id and g.repetition = p.repetition
      where g.workspace_id = ${ctx.workspaceId}::uuid and g.grader_version_id = any(${versionIds}::uuid[]) and g.status = 'scored'
    )
    select grader_version_id as grader,
      count(*) filter (where people and grader)::int as "bothPassed",
      count(*) filter (where not people and grader)::int as "graderOnly",
      count(*) filter (where people and not grader)::int as "humanOnly",
      count(*) filter (where not people and not grader)::int as "bothFailed",
      count(*) filter (where people is null)::int as undecided,
      count(distinct case_id) filter (where people is not null)::int as cases,
      to_jsonb((array_agg(jsonb_build_object('runId', run_id, 'caseId', case_id, 'repetition', repetition)
        order by run_id desc, case_id, repetition) filter (where people <> grader))[1:3]) as examples
    from judged group by grader_version_id`;
  const toExamples = await exampleCases(
    ctx,
    runs,
    rows.flatMap(({ examples }) => examples ?? []),
  );
  return rows.map(({ examples, ...row }) => ({ ...row, examples: toExamples(examples ?? []) }));
}
