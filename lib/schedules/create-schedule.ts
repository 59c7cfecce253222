import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { conflictWhenTaken } from "#lib/graders/content/unique-violation.ts";
import { newId } from "#lib/ids/new-id.ts";
import { checkSchedule, nameTaken } from "./check-schedule.ts";
import { type ScheduleContentInput, scheduleContentSchema } from "./schedule-content.ts";
import { nextStart } from "./timing/cron.ts";

/** Creates a schedule that is on: its first start is the next moment that its cron expression names. */
export async function createSchedule(ctx: Context, input: ScheduleContentInput): Promise<{ id: string }> {
  requireRole(ctx, "editor", "create a schedule");
  const content = parseInput(scheduleContentSchema, input);
  await checkSchedule(ctx, content);
  const id = newId();
  const taken = nameTaken(content.name);
  await db()
    .$transaction(async (tx) => {
      await tx.schedule.create({
        data: {
          id,
          workspaceId: ctx.workspaceId,
          ...content,
          nextStartAt: nextStart(content.cron, content.timeZone, ctx.now),
          createdBy: actorId(ctx),
        },
      });
      await writeAudit(tx, ctx, {
        action: "schedule.create",
        subjectType: "schedule",
        subjectId: id,
        detail: { name: content.name, cron: content.cron, timeZone: content.timeZone },
      });
    })
    .catch(conflictWhenTaken(taken, { name: taken }));
  return { id };
}
