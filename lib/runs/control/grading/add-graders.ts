import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockRunRow } from "../lock-run-row.ts";
import { refuseUnlessAllowed } from "../run-controls.ts";
import { listPinnedGraders } from "./list-pinned-graders.ts";
import { startGradeRound } from "./start-grade-round.ts";

const maxGraders = 50;

const addGradersInput = z.object({
  runId: idSchema,
  graderIds: z.array(idSchema).min(1, "Choose at least one grader.").max(maxGraders),
});
export type AddGradersInput = z.input<typeof addGradersInput>;

/** Adds the newest versions of graders to a finished or paused run and grades its stored answers. The model is not called. */
export async function addGraders(ctx: Context, input: AddGradersInput): Promise<void> {
  requireRole(ctx, "editor", "add graders to a run");
  const { runId, graderIds } = parseInput(addGradersInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    refuseUnlessAllowed("grade-again", run);
    const added = await findAddable(tx, ctx, [...new Set(graderIds)]);
    const pinned = await listPinnedGraders(tx, ctx, runId);
    const present = pinned.find((one) => added.some((grader) => grader.id === one.graderId));
    if (present !== undefined) {
      throw new AppError(
        "conflict",
        `${present.name} judges run ${run.number} already, in version ${present.number}. Grade the run again to use its newest version.`,
      );
    }
    if (pinned.length + added.length > maxGraders) {
      throw new AppError("invalid", `A run has at most ${maxGraders} graders.`);
    }
    const next = Math.max(-1, ...pinned.map(({ position }) => position)) + 1;
    await tx.runGrader.createMany({
      data: added.map(({ versionId }, index) => ({
        workspaceId: ctx.workspaceId,
        runId,
        graderVersionId: versionId,
        position: next + index,
      })),
    });
    await startGradeRound(tx, ctx, run);
    await writeAudit(tx, ctx, {
      action: "run.add-graders",
      subjectType: "run",
      subjectId: runId,
      detail: { graderVersionIds: added.map(({ versionId }) => versionId) },
    });
  });
}

type Addable = { id: string; name: string; versionId: string };

/** In the order asked for. */
async function findAddable(tx: Transaction, ctx: Context, graderIds: readonly string[]): Promise<Addable[]> {
  const found = await tx.grader.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...graderIds] } },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
    },
  });
  return graderIds.map((id) => {
    const grader = found.find((one) => one.id === id);
    const [newest] = grader?.versions ?? [];
    if (grader === undefined || newest === undefined) {
      throw new AppError(
        "not-found",
        "One of the graders does not exist in this workspace. Reload the page and choose again.",
      );
    }
    if (grader.archivedAt !== null) {
      throw new AppError("conflict", `The grader ${grader.name} is archived. Restore it first.`);
    }
    return { id, name: grader.name, versionId: newest.id };
  });
}
