"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldError } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { SliceChoice } from "#lib/decisions/question/list-slice-choices.ts";
import type { QuestionParams } from "#lib/decisions/question/question-params.ts";

type Floor = QuestionParams["slices"][number];

export type SliceFloorsProps = {
  choices: readonly SliceChoice[];
  floors: readonly Floor[];
  problems: Readonly<Record<string, string>>;
  onChange: (floors: Floor[]) => void;
};

/** Floors of single slices: each has to be proven, together with Holm's correction. */
export function SliceFloors({ choices, floors, problems, onChange }: SliceFloorsProps) {
  const left = choices.filter((choice) => !floors.some((floor) => isSame(floor, choice)));
  const [next] = left;
  if (choices.length === 0) return null;
  const replace = (index: number, part: Partial<Floor>) =>
    onChange(floors.map((floor, at) => (at === index ? { ...floor, ...part } : floor)));
  return (
    <FieldGroup legend="Pass rate of slices, at least (%)">
      {floors.map((floor, index) => (
        <div key={`${floor.dimension} ${floor.value}`} className="flex flex-col gap-1">
          <div className="flex items-end gap-1.5">
            <Field label={`Slice ${index + 1}`} hideLabel className="flex-1">
              <NativeSelect
                value={keyOf(floor)}
                onChange={({ target }) => {
                  const chosen = choices.find((choice) => keyOf(choice) === target.value);
                  if (chosen) replace(index, { dimension: chosen.dimension, value: chosen.value });
                }}
              >
                {[floor, ...left].map((choice) => (
                  <option key={keyOf(choice)} value={keyOf(choice)}>
                    {choice.dimension}: {choice.value}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <Field label={`Floor of slice ${index + 1}`} hideLabel className="w-16">
              <Input
                inputMode="decimal"
                placeholder="90"
                value={floor.floor}
                onChange={({ target }) => replace(index, { floor: target.value })}
              />
            </Field>
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove the floor of ${floor.dimension}: ${floor.value}`}
              onClick={() => onChange(floors.filter((_, at) => at !== index))}
            >
              <X aria-hidden />
            </Button>
          </div>
          {problems[`slices.${index}`] && <FieldError>{problems[`slices.${index}`]}</FieldError>}
        </div>
      ))}
      {next !== undefined && (
        <Button
          size="sm"
          className="self-start"
          onClick={() => onChange([...floors, { dimension: next.dimension, value: next.value, floor: "" }])}
        >
          <Plus aria-hidden />
          Add a slice
        </Button>
      )}
    </FieldGroup>
  );
}

function keyOf({ dimension, value }: Pick<Floor, "dimension" | "value">): string {
  return JSON.stringify([dimension, value]);
}

function isSame(one: Pick<Floor, "dimension" | "value">, other: Pick<Floor, "dimension" | "value">): boolean {
  return keyOf(one) === keyOf(other);
}
