import type { Context } from "#lib/context/context.ts";
import { containsPattern, containsPatternInJson } from "#lib/datasets/cases/contains-pattern.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { AttemptFilter } from "./attempt-filter.ts";
import type { LabelState, Stability } from "./attempt-views.ts";
import { type AnswerCondition, readAnswerCondition } from "./read-answer-condition.ts";

/** The condition on `attempt a join case_revision r` for the attempts that a filter shows. */
export async function attemptFilterSql(
  ctx: Context,
  runId: string,
  filter: AttemptFilter,
): Promise<Prisma.Sql> {
  const conditions = [
    Prisma.sql`a.workspace_id = ${ctx.workspaceId}::uuid`,
    Prisma.sql`a.run_id = ${runId}::uuid`,
    ...viewConditions(filter.view),
  ];
  if (filter.search.trim() !== "") conditions.push(searchCondition(filter.search));
  if (filter.failedBy) conditions.push(gradeCondition(filter.failedBy, Prisma.sql`not g.passed`));
  if (filter.unscoredBy)
    conditions.push(gradeCondition(filter.unscoredBy, Prisma.sql`g.status = 'unscored'`));
  const sliced = sliceCondition(filter.slice, filter.value);
  if (sliced !== null) conditions.push(sliced);
  if (typeof filter.expected === "string")
    conditions.push(Prisma.sql`r.expected #>> '{}' = ${storable(filter.expected)}`);
  if (typeof filter.actual === "string") {
    conditions.push(
      answerCondition(await readAnswerCondition({ workspaceId: ctx.workspaceId, runId }, filter.actual)),
    );
  }
  if (filter.stability) conditions.push(stabilityCondition(ctx, runId, filter.stability));
  if (typeof filter.finish === "string")
    conditions.push(Prisma.sql`a.finish_reason = ${storable(filter.finish)}`);
  if (typeof filter.error === "string")
    conditions.push(
      Prisma.sql`(a.error_code = ${storable(filter.error)} or a.error_class = ${storable(filter.error)})`,
    );
  if (filter.labels) conditions.push(labelCondition(filter.labels));
  const matching = Prisma.join(conditions, " and ");
  return filter.rows === "case" ? firstOfCase(matching) : matching;
}

/** The same names mean the attempts inside: what is asked of an attempt is asked of all of a case, and the first that has it is shown. */
function firstOfCase(matching: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${matching} and (a.case_id, a.repetition) in (
    select a.case_id, min(a.repetition) from attempt a join case_revision r on r.id = a.case_revision_id
    where ${matching} group by a.case_id)`;
}

function viewConditions(view: AttemptFilter["view"]): Prisma.Sql[] {
  if (view === "all") return [];
  if (view === "scored") return [Prisma.sql`a.verdict in ('passed', 'failed')`];
  return [Prisma.sql`a.verdict = ${view}::"Verdict"`];
}

function gradeCondition(graderVersionId: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select 1 from grade g where g.run_id = a.run_id and g.case_id = a.case_id
    and g.repetition = a.repetition and g.grader_version_id = ${graderVersionId}::uuid and ${condition})`;
}

function searchCondition(search: string): Prisma.Sql {
  const inText = containsPattern(search);
  const inJson = containsPatternInJson(search);
  return Prisma.sql`(r.key ilike ${inText} or r.input::text ilike ${inJson} or r.expected::text ilike ${inJson}
    or a.output ilike ${inText} or a.error_message ilike ${inText})`;
}

function sliceCondition(
  slice: string | null | undefined,
  value: string | null | undefined,
): Prisma.Sql | null {
  if (typeof slice !== "string" || typeof value !== "string") return null;
  if (slice === "split") return Prisma.sql`r.split::text = ${storable(value)}`;
  if (slice === "tag") return Prisma.sql`r.tags @> array[${storable(value)}]::text[]`;
  if (!slice.startsWith("metadata.")) return null;
  return Prisma.sql`r.metadata ->> ${storable(slice.slice("metadata.".length))} = ${storable(value)}`;
}

function answerCondition(condition: AnswerCondition): Prisma.Sql {
  const answer = Prisma.sql`left(btrim(a.output, E' \\n\\r\\t'), 200)`;
  const outputs = Prisma.sql`${[...condition.outputs]}::text[]`;
  return condition.type === "is"
    ? Prisma.sql`(a.outcome = 'answered' and ${answer} = any(${outputs}))`
    : Prisma.sql`(a.outcome = 'answered' and ${answer} <> all(${outputs}))`;
}

const allVerdicts: Readonly<Record<Stability, Prisma.Sql>> = {
  always: Prisma.sql`bool_and(verdict = 'passed')`,
  sometimes: Prisma.sql`bool_or(verdict = 'passed') and bool_or(verdict = 'failed')`,
  never: Prisma.sql`bool_and(verdict = 'failed')`,
};

function stabilityCondition(ctx: Context, runId: string, stability: Stability): Prisma.Sql {
  return Prisma.sql`a.case_id in (
    select case_id from attempt where workspace_id = ${ctx.workspaceId}::uuid and run_id = ${runId}::uuid
      and verdict in ('passed', 'failed')
    group by case_id having ${allVerdicts[stability]})`;
}

/** Only an answer can be judged; one that has no verdict cannot be disagreed with. */
function labelCondition(state: LabelState): Prisma.Sql {
  const labels = Prisma.sql`select 1 from label l where l.workspace_id = a.workspace_id and l.run_id = a.run_id
    and l.case_id = a.case_id and l.repetition = a.repetition and l.in_force`;
  switch (state) {
    case "labelled":
      return Prisma.sql`exists (${labels})`;
    case "unlabelled":
      return Prisma.sql`(a.outcome = 'answered' and not exists (${labels}))`;
    case "disagrees":
      return Prisma.sql`(a.verdict in ('passed', 'failed') and exists (${labels} and l.verdict::text <> a.verdict::text))`;
  }
}

/** PostgreSQL has no NUL and no half surrogate in text, so no stored value can equal one. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
