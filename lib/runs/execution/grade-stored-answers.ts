import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { gradeAnswer } from "./grade-answer.ts";
import type { PlannedGrader } from "./run-plan.ts";
import { storeGrades } from "./store-grades.ts";

const batchSize = 500;
const metadataSchema = z.record(z.string(), z.unknown()).catch({});

type StoredAnswer = {
  caseId: string;
  repetition: number;
  output: string;
  input: unknown;
  expected: unknown;
  metadata: unknown;
};

/** Grades the answers that a worker stored and did not live to grade. The model is not called. */
export async function gradeStoredAnswers(
  ctx: Context,
  shard: { runId: string; index: number },
  graders: readonly PlannedGrader[],
): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<StoredAnswer>(
      `select a.case_id as "caseId", a.repetition, a.output, r.input, r.expected, r.metadata
       from attempt a join case_revision r on r.id = a.case_revision_id
       where a.workspace_id = $1 and a.run_id = $2 and a.shard_index = $3
         and a.verdict is null and a.outcome = 'answered'
       limit ${batchSize}`,
      [ctx.workspaceId, shard.runId, shard.index],
    );
    const graded = rows.map(({ caseId, repetition, metadata, ...rest }) =>
      gradeAnswer(graders, { caseId, repetition }, { ...rest, metadata: metadataSchema.parse(metadata) }),
    );
    await storeGrades(ctx, shard, graded);
    if (rows.length < batchSize) return;
  }
}
