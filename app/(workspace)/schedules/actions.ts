"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import type { Context } from "#lib/context/context.ts";
import { createSchedule } from "#lib/schedules/create-schedule.ts";
import type { ScheduleContentInput } from "#lib/schedules/schedule-content.ts";
import { type StartScheduleNowInput, startScheduleNow } from "#lib/schedules/starting/start-schedule-now.ts";
import {
  type SetScheduleArchivedInput,
  type SetScheduleEnabledInput,
  setScheduleArchived,
  setScheduleEnabled,
} from "#lib/schedules/switch-schedule.ts";
import { type PreviewStartsInput, previewStarts } from "#lib/schedules/timing/preview-starts.ts";
import { type UpdateScheduleInput, updateSchedule } from "#lib/schedules/update-schedule.ts";

async function change<Value>(verb: (ctx: Context) => Promise<Value>) {
  return await runAction(async (ctx) => {
    const value = await verb(ctx);
    revalidatePath("/schedules", "layout");
    return value;
  });
}

export const createScheduleAction = async (input: ScheduleContentInput) =>
  change((ctx) => createSchedule(ctx, input));

export const updateScheduleAction = async (input: UpdateScheduleInput) =>
  change((ctx) => updateSchedule(ctx, input));

export const setScheduleEnabledAction = async (input: SetScheduleEnabledInput) =>
  change((ctx) => setScheduleEnabled(ctx, input));

export const setScheduleArchivedAction = async (input: SetScheduleArchivedInput) =>
  change((ctx) => setScheduleArchived(ctx, input));

export const startScheduleNowAction = async (input: StartScheduleNowInput) =>
  change((ctx) => startScheduleNow(ctx, input));

export const previewStartsAction = async (input: PreviewStartsInput) =>
  runAction(async (ctx) => previewStarts(ctx, input));
