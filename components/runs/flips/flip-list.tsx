"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { PreviewedGrader } from "#lib/runs/control/grading/preview/describe-preview.ts";
import type { Flip } from "#lib/runs/control/grading/preview/flip.ts";
import { LISTED_FLIPS } from "./flip-totals.ts";
import { flipLabels } from "./flip-words.ts";

export type FlipListProps = {
  runId: string;
  graders: readonly PreviewedGrader[];
  flips: readonly Flip[];
};

/** The cases whose verdicts would change, by grader and way, each with the new reason and a link to it. */
export function FlipList({ runId, graders, flips }: FlipListProps) {
  const [chosen, setChosen] = useState("");
  if (flips.length === 0) return null;
  const groups = [...Map.groupBy(flips, ({ graderId, kind }) => `${graderId} ${kind}`)];
  const [, shown = []] = groups.find(([group]) => group === chosen) ?? groups[0] ?? [];
  const nameOf = (graderId: string) => graders.find((one) => one.graderId === graderId)?.name ?? "A grader";
  return (
    <div className="flex flex-col gap-2">
      <Field label="Cases that would change">
        <NativeSelect value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {groups.map(([group, [first]]) => (
            <option key={group} value={group}>
              {first && `${nameOf(first.graderId)}: ${flipLabels[first.kind].toLowerCase()}`}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <ul className="max-h-64 overflow-y-auto text-sm" aria-label="Cases that would change">
        {shown.map(({ key, repetition, reason, caseId }) => (
          <li key={`${caseId} ${repetition}`} className="border-b py-1.5 last:border-0">
            <TextLink href={caseHref(runId, key, repetition)}>{key}</TextLink>
            {repetition > 1 && <span className="text-muted"> (repetition {repetition})</span>}
            <span className="block break-words text-muted text-xs">{reason}</span>
          </li>
        ))}
      </ul>
      {shown.length >= LISTED_FLIPS && (
        <p className="text-muted text-xs">The first {LISTED_FLIPS} are listed.</p>
      )}
    </div>
  );
}

function caseHref(runId: string, key: string, repetition: number): string {
  const query = new URLSearchParams({ view: "all", case: key, repetition: String(repetition) });
  return `/runs/${runId}?${query}#cases`;
}
