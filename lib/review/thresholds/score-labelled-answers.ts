import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { peopleSay } from "#lib/graders/audit/facts/people-say.ts";
import { graderContentSchema } from "#lib/graders/content/grader-content.ts";
import { type ScoredPair, scoreExamples } from "#lib/graders/trying/score-examples.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { refuseUnknownRun } from "#lib/runs/no-such-run.ts";

const MAX_ANSWERS = 500;
const MAX_CHARS = 20_000;

export const scoreLabelledAnswersInput = z.object({
  grader: graderContentSchema.pick({ kind: true, config: true }),
  runId: idSchema,
});
export type ScoreLabelledAnswersInput = z.input<typeof scoreLabelledAnswersInput>;

type Row = {
  key: string;
  input: unknown;
  expected: unknown;
  output: string;
  metadata: unknown;
  same: boolean;
};

const metadataSchema = z.record(z.string(), z.unknown()).catch({});

/**
 * Scores the answers of a run that people have judged, to find a threshold for the grader. Answers about which people are of two minds,
 * and those of more than 20,000 characters, are left out; of more than 500, the first in the order of the dataset are taken.
 */
export async function scoreLabelledAnswers(
  ctx: Context,
  input: ScoreLabelledAnswersInput,
): Promise<ScoredPair[]> {
  requireRole(ctx, "editor", "score labelled answers with a grader");
  const { grader, runId } = parseInput(scoreLabelledAnswersInput, input);
  await refuseUnknownRun(ctx, runId);
  const rows = await db().$queryRaw<Row[]>`
    with ${peopleSay(ctx, [runId])}
    select r.key, r.input, r.expected, a.output, r.metadata, p.passed as same
    from people p
    join attempt a on a.run_id = p.run_id and a.case_id = p.case_id and a.repetition = p.repetition
    join case_revision r on r.id = a.case_revision_id
    where a.workspace_id = ${ctx.workspaceId}::uuid and p.passed is not null and length(a.output) <= ${MAX_CHARS}
    order by r.position, a.repetition limit ${MAX_ANSWERS}`;
  if (new Set(rows.map(({ same }) => same)).size < 2) throw tooFew(rows);
  return await scoreExamples(
    ctx,
    grader,
    rows.map(({ key, metadata, ...row }) => ({
      ...row,
      caseKey: key,
      metadata: metadataSchema.parse(metadata),
    })),
  );
}

function tooFew(rows: readonly Row[]): AppError {
  const missing = rows[0]?.same === true ? "failed" : rows[0]?.same === false ? "passed" : null;
  return new AppError(
    "conflict",
    missing === null
      ? "Nobody has judged an answer of this run yet. Open its cases and judge some with P and F."
      : `No answer of this run is labelled ${missing}. The threshold lies between answers that are right and answers that are not: judge some of both.`,
  );
}
