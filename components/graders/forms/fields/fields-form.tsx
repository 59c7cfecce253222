"use client";

import { cx } from "#components/ui/class-names.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import type { ConfigField, FormSpec } from "./config-field.ts";
import { ConfigFieldInput } from "./config-field-input.tsx";

type AnyConfig = Record<string, unknown>;

/** The form that a spec describes. */
export function FieldsForm({
  spec,
  config,
  onChange,
  errors,
}: ConfigFormProps<AnyConfig> & { spec: FormSpec }) {
  const shown = spec.fields.filter((field) => isShown(field, config));
  return (
    <>
      {spec.note && <p className="text-muted text-sm">{spec.note}</p>}
      {shown.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2">
          {shown.map((field) => (
            <div key={field.name} className={cx("min-w-0", !field.half && "sm:col-span-2")}>
              <ConfigFieldInput
                field={field}
                value={config[field.name]}
                error={errorOf(field.name, errors)}
                onValueChange={(value) => onChange({ ...config, [field.name]: value })}
              />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function isShown({ visibleWhen }: ConfigField, config: AnyConfig): boolean {
  return visibleWhen === undefined || visibleWhen.is.some((value) => config[visibleWhen.name] === value);
}

/** The message for the setting itself, else the first for something inside it. */
function errorOf(name: string, errors: ConfigFormProps<AnyConfig>["errors"]): string | undefined {
  return errors[name] ?? Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1];
}
