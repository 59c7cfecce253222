import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { noSuchSchedule } from "../check-schedule.ts";
import { type ScheduleOptions, scheduleOptionsSchema } from "../schedule-content.ts";
import { modelNames } from "./model-names.ts";

export type ScheduleDetail = {
  id: string;
  name: string;
  dataset: { id: string; name: string };
  /** The dataset's, as it is now. */
  verdictRule: VerdictRule;
  models: { id: string; name: string }[];
  /** Whether the model in production is started too, and which one that is now: null before any run was approved. */
  productionModel: boolean;
  inProduction: { id: string; name: string } | null;
  cron: string;
  timeZone: string;
  options: ScheduleOptions;
  enabled: boolean;
  archivedAt: Date | null;
  nextStartAt: Date | null;
  lastError: string | null;
  createdAt: Date;
  createdBy: string;
};

export async function getSchedule(ctx: Context, scheduleId: string): Promise<ScheduleDetail> {
  const found = await db().schedule.findFirst({
    where: { id: scheduleId, workspaceId: ctx.workspaceId },
    select: {
      id: true,
      name: true,
      modelIds: true,
      productionModel: true,
      cron: true,
      timeZone: true,
      options: true,
      enabled: true,
      archivedAt: true,
      nextStartAt: true,
      lastError: true,
      createdAt: true,
      createdBy: true,
      dataset: { select: { id: true, name: true, verdictRule: true } },
    },
  });
  if (found === null) throw noSuchSchedule();
  const { modelIds, options, createdBy, dataset, ...schedule } = found;
  const [nameOfModel, nameOfActor, baseline] = await Promise.all([
    modelNames(ctx, modelIds),
    actorNames(ctx, [createdBy]),
    findBaseline(ctx, { datasetId: dataset.id }),
  ]);
  return {
    ...schedule,
    dataset: { id: dataset.id, name: dataset.name },
    verdictRule: verdictRuleSchema.parse(dataset.verdictRule),
    models: modelIds.map((id) => ({ id, name: nameOfModel(id) })),
    inProduction: baseline?.model ?? null,
    options: scheduleOptionsSchema.parse(options),
    createdBy: nameOfActor(createdBy),
  };
}
