"use client";

import type { ComponentType } from "react";
import type { ConfigFormProps } from "./config-form-props.ts";
import { ContainsForm } from "./contains-form.tsx";
import { ExactMatchForm } from "./exact-match-form.tsx";
import { JsonFieldsForm } from "./json-fields-form.tsx";
import { JsonSchemaForm } from "./json-schema-form.tsx";
import { JsonValidityForm } from "./json-validity-form.tsx";
import { NumericForm } from "./numeric-form.tsx";
import { CustomJavascriptForm } from "./programs/custom-javascript-form.tsx";
import { JavascriptTestsForm } from "./programs/javascript-tests-form.tsx";
import { SqlResultForm } from "./programs/sql-result-form.tsx";
import { SyntaxForm } from "./programs/syntax-form.tsx";
import { RegularExpressionForm } from "./regular-expression-form.tsx";
import { RougeLForm } from "./rouge-l-form.tsx";
import { TokenF1Form } from "./token-f1-form.tsx";

type AnyConfig = Record<string, unknown>;

const forms: Record<string, ComponentType<ConfigFormProps<AnyConfig>>> = {
  "exact-match": formOf(ExactMatchForm),
  contains: formOf(ContainsForm),
  "regular-expression": formOf(RegularExpressionForm),
  numeric: formOf(NumericForm),
  "json-fields": formOf(JsonFieldsForm),
  "json-schema": formOf(JsonSchemaForm),
  "json-validity": formOf(JsonValidityForm),
  "token-f1": TokenF1Form,
  "rouge-l": formOf(RougeLForm),
  syntax: formOf(SyntaxForm),
  "sql-result": formOf(SqlResultForm),
  "javascript-tests": formOf(JavascriptTestsForm),
  "custom-javascript": formOf(CustomJavascriptForm),
};

/** The hand-written form of a kind of grader. */
export function ConfigForm({ kind, ...props }: ConfigFormProps<AnyConfig> & { kind: string }) {
  const Form = Object.hasOwn(forms, kind) ? forms[kind] : undefined;
  if (Form === undefined) return <p className="text-muted text-sm">This kind of grader has no form here.</p>;
  return <Form {...props} />;
}

function formOf<Config extends AnyConfig>(Form: ComponentType<ConfigFormProps<Config>>) {
  // A configuration reaches the form of a kind only after the schema of that kind, or as its defaults.
  return ({ config, ...props }: ConfigFormProps<AnyConfig>) => <Form config={config as Config} {...props} />;
}
