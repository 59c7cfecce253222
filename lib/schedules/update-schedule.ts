import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { conflictWhenTaken } from "#lib/graders/content/unique-violation.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { checkSchedule, nameTaken } from "./check-schedule.ts";
import { lockSchedule } from "./lock-schedule.ts";
import { scheduleContentSchema } from "./schedule-content.ts";
import { nextStart } from "./timing/cron.ts";

const updateScheduleInput = scheduleContentSchema.extend({ scheduleId: idSchema });
export type UpdateScheduleInput = z.input<typeof updateScheduleInput>;

/** Changes a schedule; runs that it has started stay as they are. */
export async function updateSchedule(ctx: Context, input: UpdateScheduleInput): Promise<void> {
  requireRole(ctx, "editor", "change a schedule");
  const { scheduleId, ...content } = parseInput(updateScheduleInput, input);
  const taken = nameTaken(content.name);
  await db()
    .$transaction(async (tx) => {
      const before = await lockSchedule(tx, ctx, scheduleId);
      await checkSchedule(ctx, content);
      const sameTiming = before.cron === content.cron && before.timeZone === content.timeZone;
      const isOn = before.enabled && before.archivedAt === null;
      const next = isOn ? nextStart(content.cron, content.timeZone, ctx.now) : null;
      await tx.schedule.update({
        where: { id: scheduleId },
        data: { ...content, nextStartAt: sameTiming ? before.nextStartAt : next },
      });
      await writeAudit(tx, ctx, {
        action: "schedule.update",
        subjectType: "schedule",
        subjectId: scheduleId,
        detail: { name: content.name, cron: content.cron, timeZone: content.timeZone },
      });
    })
    .catch(conflictWhenTaken(taken, { name: taken }));
}
