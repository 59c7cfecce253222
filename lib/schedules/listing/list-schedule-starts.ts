import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { type ScheduleStart, startSelect, toScheduleStart } from "./schedule-starts.ts";

const listScheduleStartsInput = pageInputSchema.extend({ cursor: idSchema.nullish(), scheduleId: idSchema });
export type ListScheduleStartsInput = z.input<typeof listScheduleStartsInput>;

/** What a schedule has started, the newest first. */
export async function listScheduleStarts(
  ctx: Context,
  input: ListScheduleStartsInput,
): Promise<Page<ScheduleStart>> {
  const { scheduleId, cursor, limit } = parseInput(listScheduleStartsInput, input);
  const rows = await db().experiment.findMany({
    where: { workspaceId: ctx.workspaceId, scheduleId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: startSelect,
  });
  const nameOf = await actorNames(
    ctx,
    rows.map((row) => row.createdBy),
  );
  return toPage(
    rows,
    limit,
    (row) => row.id,
    (row) => {
      const start = toScheduleStart(row);
      return { ...start, startedBy: nameOf(start.startedBy) };
    },
  );
}
