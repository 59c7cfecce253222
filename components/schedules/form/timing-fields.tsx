"use client";

import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { cronPresets } from "#lib/schedules/timing/cron-words.ts";
import type { ScheduleFormActions } from "../schedule-actions.ts";
import { zoneTime } from "../zone-time.ts";
import type { ScheduleDraft } from "./schedule-draft.ts";
import { useStartsPreview } from "./use-starts-preview.ts";

export type TimingFieldsProps = {
  draft: Pick<ScheduleDraft, "cron" | "timeZone">;
  onChange: (part: Partial<ScheduleDraft>) => void;
  timeZones: readonly string[];
  fields: Readonly<Record<string, string>>;
  preview: ScheduleFormActions["preview"];
};

/** When it starts: a usual rhythm with one press, any other as a cron expression, and what that means. */
export function TimingFields({ draft, onChange, timeZones, fields, preview }: TimingFieldsProps) {
  const shown = useStartsPreview(preview, draft.cron, draft.timeZone);
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Usual rhythms</legend>
        {cronPresets.map(({ cron, label }) => (
          <Button
            key={cron}
            size="sm"
            aria-pressed={draft.cron === cron}
            className={draft.cron === cron ? "border-accent bg-accent-soft/40" : undefined}
            onClick={() => onChange({ cron })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Cron expression"
          hint="Minute, hour, day of the month, month, day of the week."
          error={shown?.problem ?? fields.cron}
        >
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            value={draft.cron}
            onChange={(event) => onChange({ cron: event.target.value })}
          />
        </Field>
        <Field label="Time zone" error={fields.timeZone}>
          <NativeSelect
            value={draft.timeZone}
            onChange={(event) => onChange({ timeZone: event.target.value })}
          >
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <div aria-live="polite" className="min-h-10 text-sm">
        {shown !== null && shown.problem === null && (
          <>
            <p className="text-muted text-xs">Next starts, {draft.timeZone}</p>
            <ol aria-label="Next starts" className="tabular mt-1 flex flex-wrap gap-x-5 gap-y-0.5">
              {shown.starts.map((start) => (
                <li key={start.getTime()}>{zoneTime(start, draft.timeZone)}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  );
}
