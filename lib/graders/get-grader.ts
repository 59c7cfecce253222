import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type GraderSummary, graderSummarySelect, toGraderSummary } from "./content/grader-summary.ts";

/** A grader of this workspace with its latest version, archived or not. */
export async function getGrader(ctx: Context, graderId: string): Promise<GraderSummary> {
  const grader = await db().grader.findFirst({
    where: { id: graderId, workspaceId: ctx.workspaceId },
    select: graderSummarySelect,
  });
  const summary = grader === null ? null : toGraderSummary(grader);
  if (summary === null) throw new AppError("not-found", "There is no grader with this id in this workspace.");
  return summary;
}
