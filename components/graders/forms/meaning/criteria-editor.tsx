"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { RubricConfig } from "#lib/graders/judging/rubric/rubric-config.ts";
import { NumberField } from "../number-field.tsx";

export type CriteriaEditorProps = {
  criteria: RubricConfig["criteria"];
  weighted: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (criteria: RubricConfig["criteria"]) => void;
};

/** Criteria that are met or not, each with a name that the team uses and a description that the judge reads. */
export function CriteriaEditor({ criteria, weighted, errors, onChange }: CriteriaEditorProps) {
  return (
    <FieldGroup legend="Criteria" error={errors.criteria}>
      {criteria.map((criterion, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the inputs hold no state of their own
        <div key={index} className="flex flex-col gap-2 rounded-md border p-3">
          <div className="grid grid-cols-[1fr_auto] items-end gap-2">
            <Field label={`Criterion ${index + 1}`} error={errors[`criteria.${index}.name`]}>
              <Input
                value={criterion.name}
                maxLength={80}
                onChange={(event) =>
                  onChange(criteria.with(index, { ...criterion, name: event.target.value }))
                }
              />
            </Field>
            <Button
              variant="ghost"
              size="icon"
              disabled={criteria.length === 1}
              aria-label={`Remove criterion ${index + 1}`}
              onClick={() => onChange(criteria.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          <Field
            label="Met when"
            hint="In words that two colleagues would judge by in the same way."
            error={errors[`criteria.${index}.description`]}
          >
            <Textarea
              rows={2}
              value={criterion.description}
              onChange={(event) =>
                onChange(criteria.with(index, { ...criterion, description: event.target.value }))
              }
            />
          </Field>
          {weighted && (
            <NumberField
              label="Weight"
              error={errors[`criteria.${index}.weight`]}
              value={criterion.weight}
              onValueChange={(weight) => onChange(criteria.with(index, { ...criterion, weight }))}
            />
          )}
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...criteria, { name: "", description: "", weight: 1 }])}>
          <Plus aria-hidden />
          Add a criterion
        </Button>
      </div>
    </FieldGroup>
  );
}
