import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockRunRow } from "./lock-run-row.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const pauseRunInput = z.object({ runId: idSchema });
export type PauseRunInput = z.input<typeof pauseRunInput>;

/** Makes no new calls until the run is resumed; calls under way end and are stored. A run that is paused already stays so. */
export async function pauseRun(ctx: Context, input: PauseRunInput): Promise<void> {
  requireRole(ctx, "editor", "pause a run");
  const { runId } = parseInput(pauseRunInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    if (run.state === "paused") return;
    refuseUnlessAllowed("pause", run);
    await tx.run.update({ where: { id: runId }, data: { state: "paused", stateReason: null } });
    await writeAudit(tx, ctx, { action: "run.pause", subjectType: "run", subjectId: runId });
  });
}
