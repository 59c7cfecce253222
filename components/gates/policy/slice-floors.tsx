import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { SliceChoice } from "#lib/gates/preview/list-slice-choices.ts";
import type { SliceFloor } from "./policy-draft.ts";

export type SliceFloorsProps = {
  floors: readonly SliceFloor[];
  choices: readonly SliceChoice[];
  problems: Readonly<Record<number, string>>;
  onChange: (floors: SliceFloor[]) => void;
};

/** A floor for each chosen slice of the dataset; all of them together share one chance of a false verdict. */
export function SliceFloors({ floors, choices, problems, onChange }: SliceFloorsProps) {
  const chosen = new Set(floors.map(nameOf));
  const left = choices.filter((choice) => !chosen.has(nameOf(choice)));
  const replace = (at: number, text: string) =>
    onChange(floors.map((floor, place) => (place === at ? { ...floor, text } : floor)));
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <p className="font-medium text-sm">Floors of slices</p>
      <p className="text-muted text-xs">
        The lower limit of each slice's pass rate must reach its floor, corrected for the number of slices.
      </p>
      {floors.length > 0 && (
        <ul aria-label="Floors of slices" className="flex flex-col gap-2">
          {floors.map((floor, at) => (
            <li key={nameOf(floor)} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
              <bdi className="min-w-0 flex-1 basis-40 truncate text-sm">{nameOf(floor)}</bdi>
              <span className="flex items-center gap-1.5 text-muted text-sm">
                at least
                <Input
                  aria-label={`Floor of ${nameOf(floor)}, in %`}
                  aria-invalid={problems[at] !== undefined || undefined}
                  inputMode="decimal"
                  autoComplete="off"
                  value={floor.text}
                  onChange={(event) => replace(at, event.target.value)}
                  className="tabular w-20 text-right"
                />
                %
                <Button
                  size="icon-sm"
                  variant="ghost"
                  aria-label={`Remove the floor of ${nameOf(floor)}`}
                  onClick={() => onChange(floors.filter((_, place) => place !== at))}
                >
                  <X aria-hidden />
                </Button>
              </span>
              {problems[at] !== undefined && <FieldError>{problems[at]}</FieldError>}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <NativeSelect
          aria-label="Add the floor of a slice"
          value=""
          className="max-w-80"
          onChange={(event) => {
            const choice = left[Number(event.target.value)];
            if (choice !== undefined) {
              onChange([...floors, { dimension: choice.dimension, value: choice.value, text: "80" }]);
            }
          }}
        >
          <option value="" disabled>
            Add a slice…
          </option>
          {left.map((choice, at) => (
            <option key={nameOf(choice)} value={at}>
              {nameOf(choice)} ({formatCount(choice.cases)} cases)
            </option>
          ))}
        </NativeSelect>
      )}
      {choices.length === 0 && (
        <p className="text-faint text-xs">The newest version has no tags or fields to cut it up by.</p>
      )}
    </div>
  );
}

function nameOf({ dimension, value }: { dimension: string; value: string }): string {
  return `${dimension} = ${value}`;
}
