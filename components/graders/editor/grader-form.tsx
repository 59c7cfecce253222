"use client";

import type { FormEvent, ReactNode } from "react";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { ActionFailure } from "#components/ui/use-action.ts";
import { binaryDecision, negatedExplanation } from "#lib/graders/binary-decision.ts";
import type { KindOption } from "#lib/graders/listing/kind-option.ts";
import { ConfigForm } from "../forms/config-form.tsx";
import type { FormSpec } from "../forms/fields/config-field.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { errorsBelow, type GraderDraft } from "./grader-draft.ts";

export type GraderFormProps = {
  kind: KindOption | null;
  /** The fields of the kind’s settings; null where their form is written by hand. */
  formSpec: FormSpec | null;
  draft: GraderDraft;
  onChange: (draft: GraderDraft) => void;
  failure: ActionFailure | null;
  /** What the try-it box learned about the settings while typing. */
  hints: Readonly<Record<string, string>>;
  /** Why nothing can be changed here, if so. */
  lockedReason: string | null;
  onSubmit: () => void;
  buttons: ReactNode;
};

export function GraderForm(props: GraderFormProps) {
  const { kind, formSpec, draft, onChange, failure, hints, lockedReason, onSubmit, buttons } = props;
  const fields = failure?.fields ?? {};
  const errors = { ...fields, ...errorsBelow(fields, "content") };
  const configErrors = { ...errorsBelow(hints, "config"), ...errorsBelow(errors, "config") };

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form onSubmit={submit} className="flex min-w-0 flex-col gap-5" aria-label="Grader">
      {lockedReason && <Alert>{lockedReason}</Alert>}
      <fieldset disabled={lockedReason !== null} className="flex min-w-0 flex-col gap-5">
        <Card
          title={kind?.label ?? draft.kind}
          description={kind === null ? undefined : explanationOf(kind, draft)}
        >
          <div className="flex flex-col gap-4">
            <Field
              label="Name"
              required
              error={errors.name}
              hint="How the scorecard calls it: “Right label”."
            >
              <Input
                value={draft.name}
                maxLength={120}
                autoComplete="off"
                onChange={(event) => onChange({ ...draft, name: event.target.value })}
              />
            </Field>
            <ConfigForm
              kind={draft.kind}
              spec={formSpec}
              config={draft.config}
              errors={configErrors}
              onChange={(config) => onChange({ ...draft, config })}
            />
          </div>
        </Card>
        <Card title="Verdict" description="How a score becomes passed or failed, and what that counts for.">
          <div className="flex flex-col gap-4">
            <DecisionFields
              draft={draft}
              errors={errors}
              binary={kind?.binary ?? false}
              onChange={(changes) => onChange({ ...draft, ...changes })}
            />
          </div>
        </Card>
      </fieldset>
      {failure && (
        <Alert tone="danger" live title="The grader was not saved">
          {failure.message}
        </Alert>
      )}
      {lockedReason === null && <div className="flex flex-wrap justify-end gap-2">{buttons}</div>}
    </form>
  );
}

function explanationOf(kind: KindOption, draft: GraderDraft): string {
  const isNegated = kind.binary && binaryDecision(draft) === "not-met";
  return isNegated ? negatedExplanation(kind.explanation) : kind.explanation;
}
