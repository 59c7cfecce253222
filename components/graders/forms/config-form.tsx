"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { UntilListening } from "#components/ui/form/until-listening.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";
import type { FormSpec } from "./fields/config-field.ts";
import { FieldsForm } from "./fields/fields-form.tsx";
import { JsonFieldsForm } from "./json-fields-form.tsx";
import { CustomJavascriptForm } from "./programs/custom-javascript-form.tsx";
import { JavascriptTestsForm } from "./programs/javascript-tests-form.tsx";
import { SqlResultForm } from "./programs/sql-result-form.tsx";
import { SyntaxForm } from "./programs/syntax-form.tsx";

type AnyConfig = Record<string, unknown>;

const retrieval = formOf(
  dynamic(() => import("./meaning/retrieval-form.tsx").then((form) => heldStill(form.RetrievalForm))),
);

/** Forms by hand, for what a list of fields cannot say. Those of judges are large, and loaded where they are shown. */
const forms: Record<string, FormOf<AnyConfig>> = {
  "json-fields": formOf(JsonFieldsForm),
  webhook: formOf(
    dynamic(() => import("./meaning/webhook-form.tsx").then((form) => heldStill(form.WebhookForm))),
  ),
  "embedding-similarity": formOf(
    dynamic(() =>
      import("./meaning/embedding-similarity-form.tsx").then((form) =>
        heldStill(form.EmbeddingSimilarityForm),
      ),
    ),
  ),
  "judge-rubric": formOf(
    dynamic(() => import("./meaning/judge-rubric-form.tsx").then((form) => heldStill(form.JudgeRubricForm))),
  ),
  "judge-factuality": formOf(
    dynamic(() =>
      import("./meaning/judge-factuality-form.tsx").then((form) => heldStill(form.JudgeFactualityForm)),
    ),
  ),
  "judge-pairwise": formOf(
    dynamic(() =>
      import("./meaning/judge-pairwise-form.tsx").then((form) => heldStill(form.JudgePairwiseForm)),
    ),
  ),
  faithfulness: retrieval,
  "context-precision": retrieval,
  "context-recall": retrieval,
  "answer-relevance": formOf(
    dynamic(() => import("./meaning/retrieval-form.tsx").then((form) => heldStill(form.JudgedListForm))),
  ),
  syntax: formOf(SyntaxForm),
  "sql-result": formOf(SqlResultForm),
  "javascript-tests": formOf(JavascriptTestsForm),
  "custom-javascript": formOf(CustomJavascriptForm),
};

export type ConfigFormOfKindProps = ConfigFormProps<AnyConfig> & {
  kind: string;
  /** The page gives it, so that a browser loads the fields of one kind only; null where the form is written by hand. */
  spec: FormSpec | null;
};

/** The form of a kind of grader: the one written by hand, else the one that its spec describes. */
export function ConfigForm({ kind, spec, ...props }: ConfigFormOfKindProps) {
  const Form = Object.hasOwn(forms, kind) ? forms[kind] : undefined;
  if (Form !== undefined) return <Form {...props} />;
  if (spec !== null) return <FieldsForm spec={spec} {...props} />;
  return <p className="text-muted text-sm">This kind of grader has no form here.</p>;
}

type FormOf<Config> = ComponentType<ConfigFormProps<Config>>;

function formOf<Config extends AnyConfig>(Form: FormOf<Config>): FormOf<AnyConfig> {
  // A configuration reaches the form of a kind only after the schema of that kind, or as its defaults.
  return ({ config, ...props }) => <Form config={config as Config} {...props} />;
}

/** A form that is loaded after its page, until it listens. */
function heldStill<Config>(Form: FormOf<Config>): FormOf<Config> {
  return (props) => (
    <UntilListening>
      <Form {...props} />
    </UntilListening>
  );
}
