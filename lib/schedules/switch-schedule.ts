import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockSchedule } from "./lock-schedule.ts";
import { nextStart } from "./timing/cron.ts";

const setScheduleEnabledInput = z.object({ scheduleId: idSchema, enabled: z.boolean() });
export type SetScheduleEnabledInput = z.input<typeof setScheduleEnabledInput>;

/** Turns a schedule on or off. Turned on again, it starts at its next moment; what it missed meanwhile is not made up for. */
export async function setScheduleEnabled(ctx: Context, input: SetScheduleEnabledInput): Promise<void> {
  requireRole(ctx, "editor", "turn a schedule on or off");
  const { scheduleId, enabled } = parseInput(setScheduleEnabledInput, input);
  await change(ctx, scheduleId, { enabled }, enabled ? "schedule.enable" : "schedule.disable");
}

const setScheduleArchivedInput = z.object({ scheduleId: idSchema, archived: z.boolean() });
export type SetScheduleArchivedInput = z.input<typeof setScheduleArchivedInput>;

/** Takes a schedule off the list, where it starts nothing, or brings it back as it was. Its runs stay. */
export async function setScheduleArchived(ctx: Context, input: SetScheduleArchivedInput): Promise<void> {
  requireRole(ctx, "editor", "archive or restore a schedule");
  const { scheduleId, archived } = parseInput(setScheduleArchivedInput, input);
  const archivedAt = archived ? ctx.now : null;
  await change(ctx, scheduleId, { archivedAt }, archived ? "schedule.archive" : "schedule.restore");
}

async function change(
  ctx: Context,
  scheduleId: string,
  wanted: { enabled?: boolean; archivedAt?: Date | null },
  action: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await lockSchedule(tx, ctx, scheduleId);
    const after = { enabled: before.enabled, archivedAt: before.archivedAt, ...wanted };
    const isSame =
      after.enabled === before.enabled && (after.archivedAt === null) === (before.archivedAt === null);
    if (isSame) return;
    const isOn = after.enabled && after.archivedAt === null;
    await tx.schedule.update({
      where: { id: scheduleId },
      data: { ...after, nextStartAt: isOn ? nextStart(before.cron, before.timeZone, ctx.now) : null },
    });
    await writeAudit(tx, ctx, { action, subjectType: "schedule", subjectId: scheduleId });
  });
}
