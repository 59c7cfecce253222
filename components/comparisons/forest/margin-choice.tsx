"use client";

import { parseAsFloat, useQueryState } from "nuqs";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { marginChoices } from "#lib/comparisons/cases/read-margin.ts";

/** The loss that does not matter, in points. It is best fixed before the runs are looked at. */
export function MarginChoice({ points }: { points: number }) {
  const [, setMargin] = useQueryState("margin", parseAsFloat.withOptions({ shallow: false }));
  const choices = [...new Set([...marginChoices, points])].sort((one, other) => one - other);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is inside
    <label className="flex items-center gap-2 text-muted text-xs">
      A loss that does not matter
      <NativeSelect
        className="w-28"
        value={String(points)}
        onChange={(event) => void setMargin(Number(event.target.value))}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice} {choice === 1 ? "point" : "points"}
          </option>
        ))}
      </NativeSelect>
    </label>
  );
}
