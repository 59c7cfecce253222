"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { type BuiltInDraft, emptyPattern, type PatternDraft } from "./built-in-draft.ts";
import { EditableList } from "./editable-list.tsx";

export type PatternsEditorProps = {
  draft: BuiltInDraft;
  onChange: (part: Partial<BuiltInDraft>) => void;
  fields: Readonly<Record<string, string>>;
};

/** One pattern for each field of the JSON answer. */
export function PatternsEditor({ draft, onChange, fields }: PatternsEditorProps) {
  return (
    <EditableList
      legend="Fields of the answer"
      hint="Each pattern finds one value; together they make a JSON object. RE2 syntax: no lookahead, no backreferences."
      noun="field"
      items={draft.patterns}
      onChange={(patterns) => onChange({ patterns })}
      create={(id) => ({ id, ...emptyPattern })}
      error={fields["config.builtInConfig.fields"]}
      renderItem={(pattern: PatternDraft, index, replace) => (
        <PatternFields
          pattern={pattern}
          onChange={(part) => replace({ ...pattern, ...part })}
          errorOf={(name) => fields[`config.builtInConfig.fields.${index}.${name}`]}
        />
      )}
    />
  );
}

type PatternFieldsProps = {
  pattern: PatternDraft;
  onChange: (part: Partial<PatternDraft>) => void;
  errorOf: (name: string) => string | undefined;
};

function PatternFields({ pattern, onChange, errorOf }: PatternFieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_3fr]">
        <Field label="Name" error={errorOf("name")}>
          <Input mono value={pattern.name} onChange={(event) => onChange({ name: event.target.value })} />
        </Field>
        <Field label="Pattern" error={errorOf("pattern")}>
          <Input
            mono
            spellCheck={false}
            placeholder="Total:\s*([\d.,]+)"
            value={pattern.pattern}
            onChange={(event) => onChange({ pattern: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        <Field label="Type">
          <NativeSelect
            value={pattern.type}
            onChange={(event) => onChange({ type: typeOf(event.target.value) })}
          >
            <option value="text">text</option>
            <option value="number">number</option>
            <option value="date">date</option>
          </NativeSelect>
        </Field>
        {pattern.type === "date" && (
          <Field label="5/3/2024 is">
            <NativeSelect
              value={pattern.dateOrder}
              onChange={(event) => onChange({ dateOrder: event.target.value === "mdy" ? "mdy" : "dmy" })}
            >
              <option value="dmy">5 March</option>
              <option value="mdy">May 3</option>
            </NativeSelect>
          </Field>
        )}
        <Field label="Group" hint="Number or name." error={errorOf("group")}>
          <Input
            mono
            placeholder="first"
            value={pattern.group}
            onChange={(event) => onChange({ group: event.target.value })}
          />
        </Field>
        <Field label="Flags" hint="i, m, s" error={errorOf("flags")}>
          <Input mono value={pattern.flags} onChange={(event) => onChange({ flags: event.target.value })} />
        </Field>
        <Field label="If not found" hint="Empty is null." error={errorOf("default")}>
          <Input
            placeholder="null"
            value={pattern.fallback}
            onChange={(event) => onChange({ fallback: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}

function typeOf(value: string): PatternDraft["type"] {
  return value === "number" || value === "date" ? value : "text";
}
