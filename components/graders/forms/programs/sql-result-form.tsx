"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { CodeArea } from "#components/ui/form/code-area.tsx";
import { Field } from "#components/ui/form/field.tsx";
import type { SqlResultConfig } from "#lib/graders/kinds/programs/sql-result.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { ConfigFormProps } from "../config-form-props.ts";
import { NumberField } from "../number-field.tsx";
import { ToleranceFields } from "../tolerance-fields.tsx";
import { dialectOptions } from "./dialect-options.ts";

export function SqlResultForm({ config, onChange, errors }: ConfigFormProps<SqlResultConfig>) {
  return (
    <>
      <ChoiceField
        label="Database"
        value={config.dialect}
        options={dialectOptions}
        onValueChange={(dialect) => onChange({ ...config, dialect })}
      />
      <Field
        label="Tables and rows"
        hint="Statements that make the tables and fill them. Queries get a copy that they cannot change. A case can bring its own at metadata.fixture. Tab indents; Escape, then Tab leaves the field."
        error={errors.fixture}
      >
        <CodeArea value={config.fixture} onValueChange={(fixture) => onChange({ ...config, fixture })} />
      </Field>
      <p className="text-muted text-sm">
        The expected value of a case is the right query, or the right rows: a list of lists, a list of
        objects, or an object with columns and rows.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label="The order of rows"
          value={config.order}
          options={[
            { value: "if-ordered", label: "Counts when the expected query sorts" },
            { value: "matters", label: "Counts" },
            { value: "ignored", label: "Does not count" },
          ]}
          onValueChange={(order) => onChange({ ...config, order })}
        />
        <ChoiceField
          label="The score is"
          value={config.score}
          options={[
            { value: "equal", label: "1 for the same result, else 0" },
            { value: "row-f1", label: "F1 of the rows" },
          ]}
          onValueChange={(score) => onChange({ ...config, score })}
        />
      </div>
      <div className="flex flex-col gap-2">
        <Checkbox
          label="Duplicate rows count"
          hint="A row that comes twice is another result than the row once."
          checked={config.duplicates}
          onCheckedChange={(duplicates) => onChange({ ...config, duplicates })}
        />
        <Checkbox
          label="Names of columns count"
          hint="In any case of letters. The order of columns always counts."
          checked={config.columnNames}
          onCheckedChange={(columnNames) => onChange({ ...config, columnNames })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <ToleranceFields
          value={config}
          errors={errors}
          hint="An amount: 0.01 for a cent."
          onChange={(changes) => onChange({ ...config, ...changes })}
        />
        <NumberField
          label="Time limit in seconds"
          hint="Of computing, at most 30."
          error={errors.timeLimitSeconds}
          value={config.timeLimitSeconds}
          onValueChange={(timeLimitSeconds) => onChange({ ...config, timeLimitSeconds })}
        />
        <NumberField
          label="Row limit"
          hint="A query that gives more fails."
          error={errors.rowLimit}
          value={config.rowLimit}
          onValueChange={(rowLimit) => onChange({ ...config, rowLimit })}
        />
      </div>
    </>
  );
}
