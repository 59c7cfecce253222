"use client";

import { CodeArea } from "#components/ui/form/code-area.tsx";
import { Field } from "#components/ui/form/field.tsx";
import type { JavascriptTestsConfig } from "#lib/graders/kinds/programs/javascript-tests.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { ConfigFormProps } from "../config-form-props.ts";
import { NumberField } from "../number-field.tsx";

export function JavascriptTestsForm({ config, onChange, errors }: ConfigFormProps<JavascriptTestsConfig>) {
  return (
    <>
      <ChoiceField
        label="The tests are"
        value={config.source}
        options={[
          { value: "config", label: "The same for every case" },
          { value: "expected", label: "The case’s expected value" },
          { value: "metadata", label: "In the case, at metadata.tests" },
        ]}
        onValueChange={(source) => onChange({ ...config, source })}
      />
      {config.source === "config" && (
        <Field
          label="Tests"
          hint="test(name, function), assert(condition, message), assertEqual(actual, expected) and assertThrows(function). What the answer declares or exports can be used by its name. Escape, then Tab leaves the field."
          error={errors.tests}
        >
          <CodeArea
            rows={10}
            value={config.tests}
            onValueChange={(tests) => onChange({ ...config, tests })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label="The score is"
          value={config.score}
          options={[
            { value: "share", label: "The share of tests that pass" },
            { value: "all", label: "1 when all tests pass, else 0" },
          ]}
          onValueChange={(score) => onChange({ ...config, score })}
        />
        <NumberField
          label="Time limit in seconds"
          hint="Of computing, for all tests together; at most 10."
          error={errors.timeLimitSeconds}
          value={config.timeLimitSeconds}
          onValueChange={(timeLimitSeconds) => onChange({ ...config, timeLimitSeconds })}
        />
      </div>
    </>
  );
}
