import { type OptionTexts, optionTextsOf, readOptions } from "#components/runs/start/options/option-texts.ts";
import type { Split } from "#lib/datasets/split.ts";
import { defaultRunOptions } from "#lib/runs/starting/options/default-run-options.ts";
import type { ScheduleDetail } from "#lib/schedules/listing/get-schedule.ts";
import type { ScheduleContentInput } from "#lib/schedules/schedule-content.ts";
import { cronPresets } from "#lib/schedules/timing/cron-words.ts";

/** What is typed and ticked so far. */
export type ScheduleDraft = {
  name: string;
  datasetId: string;
  modelIds: string[];
  productionModel: boolean;
  cron: string;
  timeZone: string;
  /** Empty means all. */
  splits: Split[];
  options: OptionTexts;
};

export function scheduleDraftOf(schedule: ScheduleDetail | null, datasetId: string | null): ScheduleDraft {
  return {
    name: schedule?.name ?? "",
    datasetId: schedule?.dataset.id ?? datasetId ?? "",
    modelIds: schedule?.models.map(({ id }) => id) ?? [],
    productionModel: schedule?.productionModel ?? false,
    cron: schedule?.cron ?? cronPresets[0].cron,
    timeZone: schedule?.timeZone ?? "UTC",
    splits: schedule?.options.splits ?? [],
    options: optionTextsOf(schedule?.options ?? defaultRunOptions),
  };
}

export type DraftReading = { content: ScheduleContentInput; problems: Record<string, string> };

/** The draft as the server takes it, and what is wrong with it at which field. */
export function readScheduleDraft(draft: ScheduleDraft): DraftReading {
  const read = readOptions(draft.options);
  const problems: Record<string, string> = {};
  if (draft.name.trim() === "") problems.name = "Give the schedule a name.";
  if (draft.datasetId === "") problems.datasetId = "Choose a dataset.";
  if (draft.modelIds.length === 0 && !draft.productionModel) problems.modelIds = "Choose at least one model.";
  if (read.problems.budget) problems["options.budgetMicroUsd"] = read.problems.budget;
  if (read.problems.repetitions) problems["options.repetitions"] = read.problems.repetitions;
  if (read.problems.tries) problems["options.maxTries"] = read.problems.tries;
  return {
    problems,
    content: {
      name: draft.name,
      datasetId: draft.datasetId,
      modelIds: draft.modelIds,
      productionModel: draft.productionModel,
      cron: draft.cron,
      timeZone: draft.timeZone,
      options: { splits: draft.splits, ...read.options },
    },
  };
}
