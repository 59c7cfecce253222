"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { optionsSummary, seedNote } from "#lib/runs/starting/options/options-summary.ts";
import type { OptionTexts, ReadOptions } from "./option-texts.ts";
import { RunOptionFields } from "./run-option-fields.tsx";

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
      <div className="border-t px-4 pt-4 pb-4">
        <RunOptionFields
          texts={texts}
          problems={problems}
          onChange={onChange}
          repetitionsHint={seedNote(models, options.repetitions)}
        />
      </div>
    </details>
  );
}
