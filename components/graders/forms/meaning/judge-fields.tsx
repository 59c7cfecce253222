"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useMeaningChoices } from "./meaning-choices.tsx";

const PANEL = 5;

export type JudgesFieldProps = {
  judges: readonly string[];
  onChange: (judges: string[]) => void;
  error?: string | undefined;
  /** Whether several can judge together. */
  panel: boolean;
};

/** The models that judge. Each stays at the version that is the newest now. */
export function JudgesField({ judges, onChange, error, panel }: JudgesFieldProps) {
  const { models } = useMeaningChoices();
  if (models.length === 0) {
    return (
      <p className="text-muted text-sm">
        There is no model that can judge yet. <TextLink href="/models/new">Add a model</TextLink> behind a
        connection first.
      </p>
    );
  }
  const shown = judges.length === 0 ? [""] : judges;
  const unused = models.find(({ versionId }) => !judges.includes(versionId));
  return (
    <FieldGroup
      legend={panel ? "Judges" : "Judge"}
      hint={
        panel
          ? "Several judges decide by majority; a tie is unscored. Their prompt templates are not used."
          : "The model’s prompt template is not used."
      }
      error={error}
    >
      {shown.map((judge, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is chosen from must keep the focus
        <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-2">
          <Field label={`Judge ${index + 1}`} hideLabel>
            <NativeSelect
              value={judge}
              onChange={(event) => {
                const chosen = event.target.value;
                if (chosen !== "") onChange(judges.length === 0 ? [chosen] : judges.with(index, chosen));
              }}
            >
              {judge === "" && <option value="">Choose a model…</option>}
              {models.map(({ versionId, name, number, isNewest, source }) => (
                <option key={versionId} value={versionId}>
                  {name} v{number}
                  {isNewest ? "" : " (older)"}: {source}
                </option>
              ))}
            </NativeSelect>
          </Field>
          {panel && judges.length > 1 && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove judge ${index + 1}`}
              onClick={() => onChange(judges.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {panel && judges.length > 0 && judges.length < PANEL && unused !== undefined && (
        <div>
          <Button size="sm" onClick={() => onChange([...judges, unused.versionId])}>
            <Plus aria-hidden />
            Add a judge
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
