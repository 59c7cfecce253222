import type { Split } from "#lib/datasets/split.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

export type ExportedAttempt = {
  position: number;
  key: string;
  repetition: number;
  verdict: string | null;
  input: unknown;
  expected: unknown;
  output: string | null;
  tool_calls: unknown;
  tags: string[];
  split: Split;
  metadata: unknown;
  latency_ms: number | null;
  time_to_first_token_ms: number | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  cost_micro_usd: number | null;
  finish_reason: string | null;
  error_class: string | null;
  error_code: string | null;
  error_message: string | null;
  tries: number;
  grades: {
    graderVersionId: string;
    status: "scored" | "unscored";
    passed: boolean | null;
    score: number | null;
    reason: string;
  }[];
  /** What people say of the answer, the oldest first; who says it stays in the product. */
  labels: { verdict: "passed" | "failed"; failureMode: string | null; note: string }[];
};

const batchSize = 200;

/** All attempts that match, whole, in the order of their cases; one batch in memory at a time. */
export async function* readAttemptBatches(matching: Prisma.Sql): AsyncGenerator<ExportedAttempt[]> {
  let after = { position: 0, repetition: 0 };
  for (;;) {
    const rows = await db().$queryRaw<ExportedAttempt[]>`
      select r.position, r.key, a.repetition::int, a.verdict::text, r.input, r.expected, a.output, a.tool_calls, r.tags, r.split::text, r.metadata,
        a.latency_ms, a.time_to_first_token_ms, a.prompt_tokens, a.completion_tokens, a.cost_micro_usd, a.finish_reason,
        a.error_class, a.error_code, a.error_message, a.tries::int,
        coalesce((
          select jsonb_agg(jsonb_build_object('graderVersionId', g.grader_version_id, 'status', g.status, 'passed', g.passed,
            'score', g.score, 'reason', g.reason))
          from grade g where g.run_id = a.run_id and g.case_id = a.case_id and g.repetition = a.repetition
        ), '[]') as grades,
        coalesce((
          select jsonb_agg(jsonb_build_object('verdict', l.verdict, 'failureMode', l.failure_mode, 'note', l.note) order by l.id)
          from label l where l.run_id = a.run_id and l.case_id = a.case_id and l.repetition = a.repetition and l.in_force
        ), '[]') as labels
      from attempt a join case_revision r on r.id = a.case_revision_id
      where ${matching} and (r.position, a.repetition) > (${after.position}::int, ${after.repetition}::int)
      order by r.position, a.repetition limit ${batchSize}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}
