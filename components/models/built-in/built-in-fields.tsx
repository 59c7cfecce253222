"use client";

import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";
import type { BuiltInDraft } from "./built-in-draft.ts";
import { PatternsEditor } from "./patterns-editor.tsx";
import { RulesEditor } from "./rules-editor.tsx";
import { TrainingFields } from "./training-fields.tsx";

/** What a form needs to know of a built-in model. */
export type BuiltInChoice = { kind: string; label: string; explanation: string; needsTraining: boolean };

export type BuiltInFieldsProps = {
  draft: BuiltInDraft;
  onChange: (part: Partial<BuiltInDraft>) => void;
  choices: readonly BuiltInChoice[];
  datasets: readonly DatasetChoice[];
  fields: Readonly<Record<string, string>>;
};

export function BuiltInFields({ draft, onChange, choices, datasets, fields }: BuiltInFieldsProps) {
  const needsTraining = choices.find(({ kind }) => kind === draft.kind)?.needsTraining ?? false;
  return (
    <>
      <Card>
        <FieldGroup legend="Which built-in model" error={fields["config.builtInKind"]}>
          <RadioCards
            name="builtInKind"
            value={draft.kind}
            onValueChange={(kind) => onChange({ kind })}
            options={choices.map(({ kind, label, explanation }) => ({
              value: kind,
              label,
              description: explanation,
            }))}
          />
        </FieldGroup>
      </Card>
      {needsTraining && (
        <Card title="Training">
          <TrainingFields draft={draft} onChange={onChange} datasets={datasets} fields={fields} />
        </Card>
      )}
      <Card title="Settings">
        <div className="flex flex-col gap-4">
          <KindFields draft={draft} onChange={onChange} fields={fields} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Input field"
              optional
              hint="The field of the input to read. Empty: all of its text."
              error={fields["config.builtInConfig.inputField"]}
            >
              <Input
                mono
                placeholder="all text"
                value={draft.inputField}
                onChange={(event) => onChange({ inputField: event.target.value })}
              />
            </Field>
            {needsTraining && (
              <Field
                label="Label field"
                optional
                hint="The field of the expected answer that holds the label. Empty: the answer itself."
                error={fields["config.builtInConfig.labelField"]}
              >
                <Input
                  mono
                  placeholder="the answer"
                  value={draft.labelField}
                  onChange={(event) => onChange({ labelField: event.target.value })}
                />
              </Field>
            )}
          </div>
          {fields["config.builtInConfig"] && (
            <p role="alert" className="text-negative text-xs">
              {fields["config.builtInConfig"]}
            </p>
          )}
        </div>
      </Card>
    </>
  );
}

type KindFieldsProps = Pick<BuiltInFieldsProps, "draft" | "onChange" | "fields">;

function KindFields({ draft, onChange, fields }: KindFieldsProps) {
  switch (draft.kind) {
    case "naive-bayes":
      return (
        <Field
          label="Smoothing (alpha)"
          hint="How much weight words get that a label never had. 0.1 is a good start."
          error={fields["config.builtInConfig.alpha"]}
          className="max-w-xs"
        >
          <Input
            inputMode="decimal"
            value={draft.alpha}
            onChange={(event) => onChange({ alpha: event.target.value })}
          />
        </Field>
      );
    case "nearest-neighbours":
      return (
        <Field
          label="Neighbours (k)"
          hint="How many of the most similar cases vote on the label."
          error={fields["config.builtInConfig.k"]}
          className="max-w-xs"
        >
          <Input
            inputMode="numeric"
            value={draft.k}
            onChange={(event) => onChange({ k: event.target.value })}
          />
        </Field>
      );
    case "keyword-rules":
      return <RulesEditor draft={draft} onChange={onChange} fields={fields} />;
    case "regex-extraction":
      return <PatternsEditor draft={draft} onChange={onChange} fields={fields} />;
    case "lead-n":
      return <LeadFields draft={draft} onChange={onChange} fields={fields} />;
    default:
      return null;
  }
}

function LeadFields({ draft, onChange, fields }: KindFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="How many (n)" error={fields["config.builtInConfig.count"]}>
        <Input
          inputMode="numeric"
          value={draft.count}
          onChange={(event) => onChange({ count: event.target.value })}
        />
      </Field>
      <Field label="Of what">
        <NativeSelect
          value={draft.unit}
          onChange={(event) => onChange({ unit: event.target.value === "words" ? "words" : "sentences" })}
        >
          <option value="sentences">sentences</option>
          <option value="words">words</option>
        </NativeSelect>
      </Field>
      <Field label="Language" hint="A tag such as en or de-CH." error={fields["config.builtInConfig.locale"]}>
        <Input mono value={draft.locale} onChange={(event) => onChange({ locale: event.target.value })} />
      </Field>
    </div>
  );
}
