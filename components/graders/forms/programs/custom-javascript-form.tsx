"use client";

import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { CodeArea } from "#components/ui/form/code-area.tsx";
import { Field } from "#components/ui/form/field.tsx";
import type { CustomJavascriptConfig } from "#lib/graders/kinds/programs/custom-javascript.ts";
import { codeTypes } from "#lib/graders/kinds/programs/custom-javascript-example.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { NumberField } from "../number-field.tsx";

export function CustomJavascriptForm({ config, onChange, errors }: ConfigFormProps<CustomJavascriptConfig>) {
  return (
    <>
      <Field
        label="Function"
        hint="Called once for each answer. console.log is kept with the verdict. Tab indents; Escape, then Tab leaves the field."
        error={errors.code}
      >
        <CodeArea rows={14} value={config.code} onValueChange={(code) => onChange({ ...config, code })} />
      </Field>
      <CodeBlock title="What it gets, and what it may return" code={codeTypes} maxHeight="22rem" />
      <p className="text-muted text-sm">
        It runs in a sandbox with 64 MB of memory and without network, files or timers, and starts afresh for
        every case. The clock stands at 1 January 2000 and Math.random repeats its numbers, so that a verdict
        does not change from one day to the next.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label="Time limit in seconds"
          hint="Of computing, for each answer; at most 10."
          error={errors.timeLimitSeconds}
          value={config.timeLimitSeconds}
          onValueChange={(timeLimitSeconds) => onChange({ ...config, timeLimitSeconds })}
        />
      </div>
    </>
  );
}
