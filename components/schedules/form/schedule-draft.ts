import { priceText } from "#components/models/form/number-text.ts";
import { readBudgetText } from "#components/runs/page/control/budget-text.ts";
import type { Split } from "#lib/datasets/split.ts";
import type { Priority } from "#lib/runs/starting/options/default-run-options.ts";
import type { ScheduleDetail } from "#lib/schedules/listing/get-schedule.ts";
import type { ScheduleContentInput } from "#lib/schedules/schedule-content.ts";
import { cronPresets } from "#lib/schedules/timing/cron-words.ts";

/** What is typed and ticked so far. */
export type ScheduleDraft = {
  name: string;
  datasetId: string;
  modelIds: string[];
  cron: string;
  timeZone: string;
  /** Empty means all. */
  splits: Split[];
  repetitions: string;
  useCache: boolean;
  budget: string;
  priority: Priority;
};

export function scheduleDraftOf(schedule: ScheduleDetail | null, datasetId: string | null): ScheduleDraft {
  return {
    name: schedule?.name ?? "",
    datasetId: schedule?.dataset.id ?? datasetId ?? "",
    modelIds: schedule?.models.map(({ id }) => id) ?? [],
    cron: schedule?.cron ?? cronPresets[0].cron,
    timeZone: schedule?.timeZone ?? "UTC",
    splits: schedule?.options.splits ?? [],
    repetitions: String(schedule?.options.repetitions ?? 1),
    useCache: schedule?.options.useCache ?? false,
    budget: priceText(schedule?.options.budgetMicroUsd ?? null),
    priority: schedule?.options.priority ?? "normal",
  };
}

export type DraftReading = { content: ScheduleContentInput; problems: Record<string, string> };

/** The draft as the server takes it, and what is wrong with it at which field. */
export function readScheduleDraft(draft: ScheduleDraft): DraftReading {
  const { budgetMicroUsd, problem } = readBudgetText(draft.budget);
  const repetitions = Number(draft.repetitions);
  const problems: Record<string, string> = {};
  if (draft.name.trim() === "") problems.name = "Give the schedule a name.";
  if (draft.datasetId === "") problems.datasetId = "Choose a dataset.";
  if (draft.modelIds.length === 0) problems.modelIds = "Choose at least one model.";
  if (problem !== null) problems["options.budgetMicroUsd"] = problem;
  if (!Number.isInteger(repetitions) || repetitions < 1 || repetitions > 100) {
    problems["options.repetitions"] = "Repetitions are a whole number from 1 to 100.";
  }
  return {
    problems,
    content: {
      name: draft.name,
      datasetId: draft.datasetId,
      modelIds: draft.modelIds,
      cron: draft.cron,
      timeZone: draft.timeZone,
      options: {
        splits: draft.splits,
        repetitions,
        useCache: draft.useCache,
        budgetMicroUsd,
        priority: draft.priority,
      },
    },
  };
}
