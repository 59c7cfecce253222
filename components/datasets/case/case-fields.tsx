"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import type { CaseDraft } from "./case-draft.ts";
import { TagsInput } from "./tags-input.tsx";
import { ValueEditor } from "./value-editor.tsx";

export type CaseFieldsProps = {
  draft: CaseDraft;
  onChange: (draft: CaseDraft) => void;
  errors: Readonly<Record<string, string>>;
};

/** Everything of a case but its key. */
export function CaseFields({ draft, onChange, errors }: CaseFieldsProps) {
  const set = (change: Partial<CaseDraft>) => onChange({ ...draft, ...change });
  return (
    <div className="flex flex-col gap-4">
      <ValueEditor
        label="Input"
        rows={6}
        value={draft.input}
        onChange={(input) => set({ input })}
        error={errors.input}
        hint="What the model gets. With JSON, a prompt can name each field."
      />
      <ValueEditor
        label="Expected"
        optional
        value={draft.expected}
        onChange={(expected) => set({ expected })}
        error={errors.expected}
        hint="What a right answer is. Left empty, only graders that need none can judge."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Split" error={errors.split} hint={splitExplanations[draft.split]}>
          <NativeSelect
            value={draft.split}
            onChange={(event) => {
              const split = splits.find((known) => known === event.target.value);
              if (split !== undefined) set({ split });
            }}
          >
            {splits.map((split) => (
              <option key={split} value={split}>
                {splitLabels[split]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label="Cluster"
          optional
          error={errors.cluster}
          hint="Cases of one conversation or document share a cluster, so that intervals stay honest."
        >
          <Input
            value={draft.cluster}
            maxLength={200}
            onChange={(event) => set({ cluster: event.target.value })}
          />
        </Field>
      </div>
      <TagsInput tags={draft.tags} onChange={(tags) => set({ tags })} error={errors.tags} />
      <Field
        label="Metadata"
        optional
        error={errors.metadata}
        hint='A JSON object, such as {"channel": "email"}.'
      >
        <Textarea
          mono
          spellCheck={false}
          value={draft.metadata}
          onChange={(event) => set({ metadata: event.target.value })}
        />
      </Field>
    </div>
  );
}
