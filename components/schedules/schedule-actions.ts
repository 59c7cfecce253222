import type { Action } from "#components/ui/use-action.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import type { ScheduleContentInput } from "#lib/schedules/schedule-content.ts";
import type { StartScheduleNowInput } from "#lib/schedules/starting/start-schedule-now.ts";
import type { SetScheduleArchivedInput, SetScheduleEnabledInput } from "#lib/schedules/switch-schedule.ts";
import type { PreviewStartsInput } from "#lib/schedules/timing/preview-starts.ts";
import type { UpdateScheduleInput } from "#lib/schedules/update-schedule.ts";

/** The server actions of the pages of schedules. */
export type ScheduleFormActions = {
  create: Action<ScheduleContentInput, { id: string }>;
  update: Action<UpdateScheduleInput, void>;
  preview: Action<PreviewStartsInput, Date[]>;
};

export type ScheduleActions = {
  setEnabled: Action<SetScheduleEnabledInput, void>;
  setArchived: Action<SetScheduleArchivedInput, void>;
  startNow: Action<StartScheduleNowInput, StartedRuns>;
};
