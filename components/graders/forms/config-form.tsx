"use client";

import type { ComponentType } from "react";
import type { ConfigFormProps } from "./config-form-props.ts";
import { FieldsForm } from "./fields/fields-form.tsx";
import { JsonFieldsForm } from "./json-fields-form.tsx";
import { formSpecs } from "./specs/form-specs.ts";

type AnyConfig = Record<string, unknown>;

/** Forms by hand, for what a list of fields cannot say. */
const forms: Record<string, ComponentType<ConfigFormProps<AnyConfig>>> = {
  "json-fields": formOf(JsonFieldsForm),
};

/** The form of a kind of grader: the one written by hand, else the one that its spec describes. */
export function ConfigForm({ kind, ...props }: ConfigFormProps<AnyConfig> & { kind: string }) {
  const Form = Object.hasOwn(forms, kind) ? forms[kind] : undefined;
  if (Form !== undefined) return <Form {...props} />;
  const spec = Object.hasOwn(formSpecs, kind) ? formSpecs[kind] : undefined;
  if (spec !== undefined) return <FieldsForm spec={spec} {...props} />;
  return <p className="text-muted text-sm">This kind of grader has no form here.</p>;
}

function formOf<Config extends AnyConfig>(Form: ComponentType<ConfigFormProps<Config>>) {
  // A configuration reaches the form of a kind only after the schema of that kind, or as its defaults.
  return ({ config, ...props }: ConfigFormProps<AnyConfig>) => <Form config={config as Config} {...props} />;
}
