"use client";

import type { RubricConfig } from "#lib/graders/judging/rubric/rubric-config.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { ConfigFormProps } from "../config-form-props.ts";
import { AskingFields } from "./asking-fields.tsx";
import { ChoicesEditor } from "./choices-editor.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";

export function JudgeRubricForm({ config, onChange, errors }: ConfigFormProps<RubricConfig>) {
  const change = (changes: Partial<RubricConfig>) => onChange({ ...config, ...changes });
  return (
    <>
      <ChoiceField
        label="The judge says"
        value={config.scale}
        options={[
          { value: "criteria", label: "Pass or fail for each criterion" },
          { value: "choices", label: "One of several labels with scores" },
        ]}
        onValueChange={(scale) => change({ scale })}
      />
      {config.scale === "criteria" ? (
        <>
          <CriteriaEditor
            criteria={config.criteria}
            weighted={config.combine === "share"}
            errors={errors}
            onChange={(criteria) => change({ criteria })}
          />
          <ChoiceField
            label="The score is"
            value={config.combine}
            options={[
              { value: "all", label: "1 when every criterion is met, else 0" },
              { value: "share", label: "The weighted share of criteria that are met" },
            ]}
            onValueChange={(combine) => change({ combine })}
          />
        </>
      ) : (
        <ChoicesEditor choices={config.choices} errors={errors} onChange={(choices) => change({ choices })} />
      )}
      <ChoiceField
        label="The expected value"
        value={config.reference}
        options={[
          { value: "when-there", label: "Is shown to the judge where there is one" },
          { value: "required", label: "Is needed: cases without one are unscored" },
          { value: "none", label: "Is not shown to the judge" },
        ]}
        onValueChange={(reference) => change({ reference })}
      />
      <AskingFields config={config} errors={errors} onChange={change} />
    </>
  );
}
