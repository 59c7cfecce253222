"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { RubricConfig } from "#lib/graders/judging/rubric/rubric-config.ts";
import { NumberField } from "../number-field.tsx";

export type ChoicesEditorProps = {
  choices: RubricConfig["choices"];
  errors: Readonly<Record<string, string>>;
  onChange: (choices: RubricConfig["choices"]) => void;
};

/** Labels of which the judge chooses one, with their scores. */
export function ChoicesEditor({ choices, errors, onChange }: ChoicesEditorProps) {
  return (
    <FieldGroup legend="Labels" hint="The judge does not see the scores." error={errors.choices}>
      {choices.map((choice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the inputs hold no state of their own
        <div key={index} className="flex flex-col gap-2 rounded-md border p-3">
          <div className="grid grid-cols-[1fr_6rem_auto] items-end gap-2">
            <Field label={`Label ${index + 1}`} error={errors[`choices.${index}.label`]}>
              <Input
                value={choice.label}
                maxLength={80}
                onChange={(event) => onChange(choices.with(index, { ...choice, label: event.target.value }))}
              />
            </Field>
            <NumberField
              label="Score"
              error={errors[`choices.${index}.score`]}
              value={choice.score}
              onValueChange={(score) => onChange(choices.with(index, { ...choice, score }))}
            />
            <Button
              variant="ghost"
              size="icon"
              disabled={choices.length <= 2}
              aria-label={`Remove label ${index + 1}`}
              onClick={() => onChange(choices.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          <Field label="Chosen when" error={errors[`choices.${index}.description`]}>
            <Textarea
              rows={1}
              value={choice.description}
              onChange={(event) =>
                onChange(choices.with(index, { ...choice, description: event.target.value }))
              }
            />
          </Field>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...choices, { label: "", description: "", score: 0 }])}>
          <Plus aria-hidden />
          Add a label
        </Button>
      </div>
    </FieldGroup>
  );
}
