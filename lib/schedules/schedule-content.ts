import { z } from "zod";
import { splitSchema } from "#lib/datasets/split-schema.ts";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { runOptionFields } from "#lib/runs/starting/options/run-options.ts";
import { isTimeZone, normaliseCron } from "./timing/cron.ts";

/** How the runs of a schedule are started. Each run has the budget to itself. */
export const scheduleOptionsSchema = z.object({
  /** Empty means all. */
  splits: z.array(splitSchema).max(3).default([]),
  ...runOptionFields,
});
export type ScheduleOptions = z.output<typeof scheduleOptionsSchema>;

/** As many as one start takes. */
export const mostModels = 20;

export const scheduleContentSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the schedule a name.")
    .max(120, "A name has at most 120 characters.")
    .refine((name) => checkJsonValue(name) === null, "The name holds a character that cannot be stored."),
  datasetId: idSchema,
  modelIds: z
    .array(idSchema)
    .max(mostModels, `Choose at most ${mostModels} models.`)
    .transform((ids) => [...new Set(ids)]),
  /** Also the model in production: that of the approved baseline at the time of each start. */
  productionModel: z.boolean().default(false),
  cron: z.string().max(200, "A cron expression has at most 200 characters.").transform(normaliseCron),
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, "Choose a time zone from the list, for example Europe/Berlin or UTC."),
  options: scheduleOptionsSchema.prefault({}),
});
export type ScheduleContentInput = z.input<typeof scheduleContentSchema>;
export type ScheduleContent = z.output<typeof scheduleContentSchema>;
