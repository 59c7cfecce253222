"use client";

import type { SyntaxConfig } from "#lib/graders/kinds/programs/syntax.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { ConfigFormProps } from "../config-form-props.ts";
import { dialectOptions } from "./dialect-options.ts";

export function SyntaxForm({ config, onChange }: ConfigFormProps<SyntaxConfig>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ChoiceField
        label="Language"
        hint="The code is read from the answer’s first code fence, or is all of it."
        value={config.language}
        options={[
          { value: "python", label: "Python 3.14" },
          { value: "javascript", label: "JavaScript" },
          { value: "typescript", label: "TypeScript" },
          { value: "sql", label: "SQL" },
          { value: "json", label: "JSON" },
          { value: "yaml", label: "YAML 1.2" },
        ]}
        onValueChange={(language) => onChange({ ...config, language })}
      />
      {config.language === "sql" && (
        <ChoiceField
          label="Dialect"
          value={config.dialect}
          options={dialectOptions}
          onValueChange={(dialect) => onChange({ ...config, dialect })}
        />
      )}
    </div>
  );
}
