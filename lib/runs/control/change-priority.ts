import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { executeShardJob } from "#lib/jobs/execute-shard.ts";
import { changeJobPriority } from "#lib/queue/change-job-priority.ts";
import { jobPriorities } from "../shards/send-shard-jobs.ts";
import { priorities } from "../starting/options/default-run-options.ts";
import { lockRunRow } from "./lock-run-row.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const changePriorityInput = z.object({ runId: idSchema, priority: z.enum(priorities) });
export type ChangePriorityInput = z.input<typeof changePriorityInput>;

/** Puts the rest of a run before or after the work of other runs. Shards under way are not interrupted. */
export async function changePriority(ctx: Context, input: ChangePriorityInput): Promise<void> {
  requireRole(ctx, "editor", "change the priority of a run");
  const { runId, priority } = parseInput(changePriorityInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    if (run.priority === priority) return;
    refuseUnlessAllowed("change-priority", run);
    await tx.run.update({ where: { id: runId }, data: { priority } });
    const part = { workspaceId: ctx.workspaceId, runId };
    await changeJobPriority(tx, executeShardJob, part, jobPriorities[priority]);
    await writeAudit(tx, ctx, {
      action: "run.change-priority",
      subjectType: "run",
      subjectId: runId,
      detail: { priority, before: run.priority },
    });
  });
}
