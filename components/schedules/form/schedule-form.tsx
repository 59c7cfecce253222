"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { ScheduleDetail } from "#lib/schedules/listing/get-schedule.ts";
import type { ScheduleContentInput } from "#lib/schedules/schedule-content.ts";
import type { ScheduleFormActions } from "../schedule-actions.ts";
import { OptionFields } from "./option-fields.tsx";
import { readScheduleDraft, type ScheduleDraft, scheduleDraftOf } from "./schedule-draft.ts";
import { TimingFields } from "./timing-fields.tsx";

type Named = { id: string; name: string };

export type ScheduleFormProps = {
  /** Null for a new one. */
  schedule: ScheduleDetail | null;
  datasetId: string | null;
  choices: { datasets: readonly Named[]; models: readonly Named[]; timeZones: readonly string[] };
  actions: ScheduleFormActions;
};

export function ScheduleForm({ schedule, datasetId, choices, actions }: ScheduleFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => scheduleDraftOf(schedule, datasetId));
  const save = useAction(async (content: ScheduleContentInput) => {
    if (schedule === null) return await actions.create(content);
    const result = await actions.update({ ...content, scheduleId: schedule.id });
    return result.ok ? { ...result, value: { id: schedule.id } } : result;
  });
  const change = (part: Partial<ScheduleDraft>) => setDraft((current) => ({ ...current, ...part }));
  const fields = save.failure?.fields ?? {};

  // A new schedule starts in the reader's own time zone, which only the browser knows.
  useEffect(() => {
    if (schedule !== null) return;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (choices.timeZones.includes(own)) setDraft((current) => ({ ...current, timeZone: own }));
  }, [schedule, choices.timeZones]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const { content, problems } = readScheduleDraft(draft);
    if (Object.keys(problems).length > 0) {
      return save.setFailure({ ok: false, message: "Correct the marked fields.", fields: problems });
    }
    save.run(content, ({ id }) => {
      toast.success(schedule === null ? "The schedule is on." : "The schedule is saved.");
      router.push(`/schedules/${id}`);
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Card title="What">
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" required error={fields.name} hint="For example “Nightly, production model”.">
              <Input
                maxLength={120}
                autoComplete="off"
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
            <Field
              label="Dataset"
              required
              error={fields.datasetId}
              hint="Its newest published version and its graders at the time of each start."
            >
              <NativeSelect
                value={draft.datasetId}
                onChange={(event) => change({ datasetId: event.target.value })}
              >
                <option value="">Choose a dataset</option>
                {choices.datasets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          </div>
          <FieldGroup
            legend="Models"
            hint="One run is started for each, in its newest version."
            error={fields.modelIds}
          >
            <ul className="flex max-h-64 flex-col overflow-y-auto rounded-md border">
              <li className="border-b bg-sunken px-3 py-2">
                <Checkbox
                  label="The model in production"
                  hint="That of the dataset’s approved baseline, whichever it is at each start."
                  checked={draft.productionModel}
                  onCheckedChange={(productionModel) => change({ productionModel })}
                />
              </li>
              {choices.models.map(({ id, name }) => (
                <li key={id} className="border-b px-3 py-2 last:border-0">
                  <Checkbox
                    label={name}
                    checked={draft.modelIds.includes(id)}
                    onCheckedChange={(checked) =>
                      change({
                        modelIds: checked
                          ? [...draft.modelIds, id]
                          : draft.modelIds.filter((one) => one !== id),
                      })
                    }
                  />
                </li>
              ))}
            </ul>
          </FieldGroup>
        </div>
      </Card>
      <Card title="When">
        <TimingFields
          draft={draft}
          onChange={change}
          timeZones={choices.timeZones}
          fields={fields}
          preview={actions.preview}
        />
      </Card>
      <Card title="How">
        <OptionFields draft={draft} onChange={change} fields={fields} />
      </Card>
      {save.failure && (
        <Alert tone="danger" live title="The schedule was not saved">
          {save.failure.message}
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href={schedule === null ? "/schedules" : `/schedules/${schedule.id}`} variant="ghost">
          Cancel
        </LinkButton>
        <Button type="submit" variant="primary" loading={save.pending}>
          {schedule === null ? "Create schedule" : "Save schedule"}
        </Button>
      </div>
    </form>
  );
}
