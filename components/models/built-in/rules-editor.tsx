"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { type BuiltInDraft, emptyRule, type RuleDraft } from "./built-in-draft.ts";
import { EditableList } from "./editable-list.tsx";

export type RulesEditorProps = {
  draft: BuiltInDraft;
  onChange: (part: Partial<BuiltInDraft>) => void;
  fields: Readonly<Record<string, string>>;
};

const PHRASES = [
  { name: "anyOf", label: "Any of", hint: "One of these is there." },
  { name: "allOf", label: "All of", hint: "All of these are there." },
  { name: "noneOf", label: "None of", hint: "None of these is there." },
] as const;

/** Ordered rules: the first that applies gives the label. */
export function RulesEditor({ draft, onChange, fields }: RulesEditorProps) {
  const errorOf = (index: number, name: string) => fields[`config.builtInConfig.rules.${index}.${name}`];
  return (
    <div className="flex flex-col gap-4">
      <EditableList
        legend="Rules"
        hint="The first rule that applies gives the label. One word or phrase a line; whole words, in any case."
        noun="rule"
        items={draft.rules}
        onChange={(rules) => onChange({ rules })}
        create={(id) => ({ id, ...emptyRule })}
        error={fields["config.builtInConfig.rules"]}
        renderItem={(rule: RuleDraft, index, replace) => (
          <div className="grid gap-3 sm:grid-cols-4">
            <Field
              label="Label"
              error={errorOf(index, "label") ?? fields[`config.builtInConfig.rules.${index}`]}
            >
              <Input
                value={rule.label}
                onChange={(event) => replace({ ...rule, label: event.target.value })}
              />
            </Field>
            {PHRASES.map(({ name, label, hint }) => (
              <Field key={name} label={label} hint={hint} error={errorOf(index, name)}>
                <Textarea
                  rows={2}
                  value={rule[name]}
                  onChange={(event) => replace({ ...rule, [name]: event.target.value })}
                />
              </Field>
            ))}
          </div>
        )}
      />
      <Field
        label="Label where no rule applies"
        error={fields["config.builtInConfig.defaultLabel"]}
        className="max-w-xs"
      >
        <Input
          value={draft.defaultLabel}
          onChange={(event) => onChange({ defaultLabel: event.target.value })}
        />
      </Field>
    </div>
  );
}
