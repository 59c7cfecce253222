import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type LockedRun, lockRunRow } from "../lock-run-row.ts";
import { refuseUnlessAllowed } from "../run-controls.ts";
import { listPinnedGraders, type PinnedGrader } from "./list-pinned-graders.ts";
import { startGradeRound } from "./start-grade-round.ts";

const gradeAgainInput = z.object({
  runId: idSchema,
  /** The graders as the run pins them, or the newest version of each, which the run pins from then on. */
  graders: z.enum(["pinned", "newest"]).default("pinned"),
  /** How grades become verdicts, from then on. Left out: as the run pins it. */
  verdictRule: verdictRuleSchema.optional(),
});
export type GradeAgainInput = z.input<typeof gradeAgainInput>;

/** Grades the stored answers of a finished or paused run once more. The model is not called. */
export async function gradeAgain(ctx: Context, input: GradeAgainInput): Promise<void> {
  requireRole(ctx, "editor", "grade a run again");
  const { runId, graders, verdictRule } = parseInput(gradeAgainInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    refuseUnlessAllowed("grade-again", run);
    const changed = graders === "newest" ? await pinNewest(tx, ctx, run) : [];
    if (verdictRule !== undefined) {
      await tx.run.update({ where: { id: runId, workspaceId: ctx.workspaceId }, data: { verdictRule } });
    }
    await startGradeRound(tx, ctx, run);
    await writeAudit(tx, ctx, {
      action: "run.grade-again",
      subjectType: "run",
      subjectId: runId,
      detail: {
        graders: changed.map(({ name, number, newest }) => ({ name, from: number, to: newest.number })),
        ...(verdictRule === undefined ? {} : { verdictRule }),
      },
    });
  });
}

async function pinNewest(tx: Transaction, ctx: Context, run: LockedRun): Promise<PinnedGrader[]> {
  const pinned = await listPinnedGraders(tx, ctx, run.id);
  const behind = pinned.filter(({ versionId, newest }) => versionId !== newest.versionId);
  if (behind.length === 0) {
    throw new AppError("conflict", `The graders of run ${run.number} are at their newest versions already.`);
  }
  const scope = { workspaceId: ctx.workspaceId, runId: run.id };
  await tx.runGrader.deleteMany({
    where: { ...scope, graderVersionId: { in: behind.map(({ versionId }) => versionId) } },
  });
  await tx.runGrader.createMany({
    data: behind.map(({ position, newest }) => ({ ...scope, position, graderVersionId: newest.versionId })),
    // A run may pin two versions of one grader; both become the same one.
    skipDuplicates: true,
  });
  return behind;
}
