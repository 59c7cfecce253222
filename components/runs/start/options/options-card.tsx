"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { priorityLabels } from "#lib/runs/control/priority-labels.ts";
import { defaultRunOptions, priorities } from "#lib/runs/starting/options/default-run-options.ts";
import { optionsSummary, seedNote } from "#lib/runs/starting/options/options-summary.ts";
import type { OptionTexts, ReadOptions } from "./option-texts.ts";

export type OptionsCardProps = {
  texts: OptionTexts;
  read: ReadOptions;
  onChange: (part: Partial<OptionTexts>) => void;
  models: readonly { name: string; seed: number | null }[];
};

/** How the cases are asked: closed, with its choice in one line, until somebody wants another or one is wrong. */
export function OptionsCard({ texts, read: { options, problems }, onChange, models }: OptionsCardProps) {
  const [open, setOpen] = useState(Object.keys(problems).length > 0);
  return (
    <details
      className="group/options min-w-0 rounded-lg border bg-surface shadow-card"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex cursor-pointer select-none items-start gap-2 rounded-lg px-4 py-3 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open/options:rotate-90"
        />
        <span className="min-w-0">
          <span className="block font-semibold text-sm">Options</span>
          <span className="tabular block text-muted text-xs">{optionsSummary(options)}</span>
        </span>
      </summary>
      <div className="flex flex-col gap-4 border-t px-4 pt-4 pb-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Repetitions"
            error={problems.repetitions}
            hint={seedNote(models, options.repetitions) ?? "How often each case is asked, up to 100."}
          >
            <Input
              inputMode="numeric"
              placeholder={String(defaultRunOptions.repetitions)}
              value={texts.repetitions}
              onChange={(event) => onChange({ repetitions: event.target.value })}
            />
          </Field>
          <Field
            label="Budget of each run, $"
            error={problems.budget}
            hint="The run pauses when it has cost this much, keeps its answers, and goes on when you raise it."
          >
            <Input
              inputMode="decimal"
              placeholder="none"
              value={texts.budget}
              onChange={(event) => onChange({ budget: event.target.value })}
            />
          </Field>
          <Field
            label="Priority"
            hint="Runs of higher priority get a larger part of a connection that they share."
          >
            <NativeSelect
              value={texts.priority}
              onChange={(event) =>
                onChange({
                  priority:
                    priorities.find((one) => one === event.target.value) ?? defaultRunOptions.priority,
                })
              }
            >
              {priorities.map((priority) => (
                <option key={priority} value={priority}>
                  {priorityLabels[priority]}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field
            label="Tries of each call"
            error={problems.tries}
            hint="The first included. Only what may pass is tried again: rate limits, time-outs, server errors."
          >
            <Input
              inputMode="numeric"
              placeholder={String(defaultRunOptions.maxTries)}
              value={texts.tries}
              onChange={(event) => onChange({ tries: event.target.value })}
            />
          </Field>
        </div>
        <Checkbox
          label="Use answers from the cache"
          hint="An equal request (same model version, prompt, parameters and repetition) is not made and not paid again. New answers are kept for later runs; errors never are."
          checked={texts.cache}
          onCheckedChange={(cache) => onChange({ cache })}
        />
      </div>
    </details>
  );
}
