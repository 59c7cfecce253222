import type { Context } from "#lib/context/context.ts";
import { metadataOf } from "#lib/datasets/cases/metadata-of.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { CountedGrade } from "#lib/graders/attempt-verdict.ts";
import type { AttemptFacts, GradeInput } from "#lib/graders/grader-kind.ts";
import { factsOfStored, type StoredFacts } from "../../../execution/grading/attempt-facts.ts";

export type StoredGrade = CountedGrade & { graderVersionId: string };

export type GradedAnswer = {
  caseId: string;
  repetition: number;
  key: string;
  verdict: "passed" | "failed" | "unscored";
  input: GradeInput & { attempt: AttemptFacts };
  grades: StoredGrade[];
};

/** Where a batch ended: the next one begins behind it. */
export type AnswerPlace = { caseId: string; repetition: number };

type Row = StoredFacts & {
  caseId: string;
  repetition: number;
  key: string;
  verdict: GradedAnswer["verdict"];
  input: unknown;
  expected: unknown;
  metadata: unknown;
  output: string;
  grades: StoredGrade[];
};

/** A batch ends where its answers hold this much text, so that a few long ones do not fill the memory. */
const MAX_BATCH_BYTES = 8_000_000;

const answered = (ctx: Context, runId: string) => Prisma.sql`
  a.run_id = ${runId}::uuid and a.workspace_id = ${ctx.workspaceId}::uuid and a.outcome = 'answered' and a.verdict is not null`;

/** The next graded answers of a run in the order of its primary key, with the grades they have; at least one while there are any. */
export async function readGradedAnswers(
  ctx: Context,
  { runId, after, limit }: { runId: string; after: AnswerPlace | null; limit: number },
): Promise<GradedAnswer[]> {
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (a.case_id, a.repetition) > (${after.caseId}::uuid, ${after.repetition}::smallint)`;
  return await readRows(
    runId,
    Prisma.sql`
      select case_id, repetition from (
        select case_id, repetition, bytes, sum(bytes) over (order by case_id, repetition) as running
        from (
          select a.case_id, a.repetition, octet_length(coalesce(a.output, '')) as bytes from attempt a
          where ${answered(ctx, runId)} ${beyond}
          order by a.case_id, a.repetition limit ${limit}
        ) next
      ) measured where running - bytes < ${MAX_BATCH_BYTES}`,
  );
}

/** So many graded answers of a run, spread over it by a hash of their case: the same ones each time. */
export async function readSampledAnswers(
  ctx: Context,
  { runId, size }: { runId: string; size: number },
): Promise<GradedAnswer[]> {
  return await readRows(
    runId,
    Prisma.sql`
      select a.case_id, a.repetition from attempt a where ${answered(ctx, runId)}
      order by md5(a.case_id::text || a.repetition), a.case_id, a.repetition limit ${size}`,
  );
}

async function readRows(runId: string, keys: Prisma.Sql): Promise<GradedAnswer[]> {
  const rows = await db().$queryRaw<Row[]>`
    select a.case_id as "caseId", a.repetition::int, r.key, a.verdict::text, r.input, r.expected, r.metadata,
      coalesce(a.output, '') as output, a.latency_ms as "latencyMs", a.time_to_first_token_ms as "timeToFirstTokenMs",
      a.cost_micro_usd as "costMicroUsd", a.prompt_tokens as "promptTokens", a.completion_tokens as "completionTokens",
      a.finish_reason as "finishReason", a.tool_calls as "toolCalls",
      coalesce((
        select jsonb_agg(jsonb_build_object('graderVersionId', g.grader_version_id, 'status', g.status, 'score', g.score, 'passed', g.passed))
        from grade g where g.run_id = a.run_id and g.case_id = a.case_id and g.repetition = a.repetition
      ), '[]') as grades
    from (${keys}) k
    join attempt a on a.run_id = ${runId}::uuid and a.case_id = k.case_id and a.repetition = k.repetition
    join case_revision r on r.id = a.case_revision_id
    order by a.case_id, a.repetition`;
  return rows.map(
    ({ caseId, repetition, key, verdict, input, expected, metadata, output, grades, ...facts }) => ({
      caseId,
      repetition,
      key,
      verdict,
      grades,
      input: {
        input,
        expected,
        metadata: metadataOf(metadata),
        output,
        caseKey: key,
        attempt: factsOfStored(facts),
      },
    }),
  );
}

export async function countGradedAnswers(ctx: Context, runId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    select count(*)::int as total from attempt a where ${answered(ctx, runId)}`;
  return row?.total ?? 0;
}
