import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { modelNames } from "./model-names.ts";
import { type ScheduleStart, startSelect, toScheduleStart } from "./schedule-starts.ts";

const listSchedulesInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  archived: z.boolean().default(false),
});
export type ListSchedulesInput = z.input<typeof listSchedulesInput>;

export type ScheduleRow = {
  id: string;
  name: string;
  dataset: { id: string; name: string };
  modelNames: string[];
  cron: string;
  timeZone: string;
  enabled: boolean;
  nextStartAt: Date | null;
  lastError: string | null;
  lastStart: ScheduleStart | null;
};

/** Newest first, each with its next start and what came of the last one. */
export async function listSchedules(
  ctx: Context,
  input: ListSchedulesInput = {},
): Promise<Page<ScheduleRow>> {
  const { cursor, limit, archived } = parseInput(listSchedulesInput, input);
  const rows = await db().schedule.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      archivedAt: archived ? { not: null } : null,
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      id: true,
      name: true,
      modelIds: true,
      productionModel: true,
      cron: true,
      timeZone: true,
      enabled: true,
      nextStartAt: true,
      lastError: true,
      dataset: { select: { id: true, name: true } },
      experiments: { orderBy: { id: "desc" }, take: 1, select: startSelect },
    },
  });
  const nameOf = await modelNames(
    ctx,
    rows.flatMap((row) => row.modelIds),
  );
  return toPage(
    rows,
    limit,
    (row) => row.id,
    ({ modelIds, productionModel, experiments: [last], ...row }) => ({
      ...row,
      modelNames: [...(productionModel ? ["the model in production"] : []), ...modelIds.map(nameOf)],
      lastStart: last === undefined ? null : toScheduleStart(last),
    }),
  );
}
