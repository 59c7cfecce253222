"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type { QuestionInput } from "#lib/decisions/question/question-schema.ts";
import type { RecordDecisionInput } from "#lib/decisions/record/decision-input.ts";

export type RecordFormProps = {
  asked: QuestionInput;
  question: string;
  /** In the order of the board. `waiverReason`: why choosing it needs a waiver, or null. */
  choices: readonly { runId: string; name: string; waiverReason: string | null }[];
  /** Decisions on the same dataset that this one could take the place of. */
  current: readonly { id: string; number: number; question: string; model: string }[];
  supersedesId: string | null;
  canWaive: boolean;
  record: Action<RecordDecisionInput, { id: string; number: number }>;
};

/** Freezes the choice: who presses the button approves it. */
export function RecordForm(props: RecordFormProps) {
  const { asked, choices, current, canWaive, record } = props;
  const router = useRouter();
  const { run, pending, failure } = useAction(record);
  const [draft, setDraft] = useState({
    question: props.question,
    chosenRunId: choices[0]?.runId ?? "",
    reason: "",
    waiver: "",
    expiresOn: "",
    supersedesId: props.supersedesId ?? "",
  });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const fields = failure?.fields ?? {};
  const needed = choices.find(({ runId }) => runId === draft.chosenRunId)?.waiverReason ?? null;
  const isBlocked = needed !== null && !canWaive;

  function submit(event: FormEvent) {
    event.preventDefault();
    const content = {
      ...draft,
      asked,
      waiver: needed === null ? "" : draft.waiver,
      expiresOn: draft.expiresOn === "" ? null : draft.expiresOn,
      supersedesId: draft.supersedesId === "" ? null : draft.supersedesId,
    };
    run(content, ({ id, number }) => {
      toast.success(`Decision ${number} is recorded.`);
      router.push(`/decisions/${id}`);
    });
  }

  return (
    <Card
      title="Record the decision"
      description="Freezes every figure above with the versions that it is of, under your name. It stays as it is; a later decision can take its place."
      className="print:hidden"
    >
      <form
        onSubmit={submit}
        className="grid gap-4 sm:grid-cols-2"
        noValidate
        aria-label="Record the decision"
      >
        <Field label="Question" required error={fields.question} className="sm:col-span-2">
          <Input
            maxLength={300}
            value={draft.question}
            onChange={({ target }) => change({ question: target.value })}
          />
        </Field>
        <Field label="Chosen model" required error={fields.chosenRunId}>
          <NativeSelect
            value={draft.chosenRunId}
            onChange={({ target }) => change({ chosenRunId: target.value })}
          >
            {choices.map(({ runId, name, waiverReason }) => (
              <option key={runId} value={runId}>
                {waiverReason === null ? name : `${name} (needs a waiver)`}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="Holds until" optional error={fields.expiresOn} hint="Empty: until something changes.">
          <Input
            type="date"
            value={draft.expiresOn}
            onChange={({ target }) => change({ expiresOn: target.value })}
          />
        </Field>
        <Field
          label="Reason"
          optional
          error={fields.reason}
          hint="What the figures do not say: why this model, and what was weighed against it."
          className="sm:col-span-2"
        >
          <Textarea
            maxLength={4000}
            value={draft.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </Field>
        {needed !== null && (
          <Field
            label="Waiver"
            required
            error={fields.waiver}
            hint={
              isBlocked ? `${needed} Only an admin of this workspace can approve it with a waiver.` : needed
            }
            className="sm:col-span-2"
          >
            <Textarea
              maxLength={4000}
              disabled={isBlocked}
              value={draft.waiver}
              onChange={({ target }) => change({ waiver: target.value })}
            />
          </Field>
        )}
        {current.length > 0 && (
          <Field label="Takes the place of" error={fields.supersedesId} className="sm:col-span-2">
            <NativeSelect
              value={draft.supersedesId}
              onChange={({ target }) => change({ supersedesId: target.value })}
            >
              <option value="">No other decision</option>
              {current.map(({ id, number, question, model }) => (
                <option key={id} value={id}>
                  Decision {number}: {model} ({question})
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
        {failure && (
          <Alert tone="danger" live title="The decision was not recorded" className="sm:col-span-2">
            {failure.message}
          </Alert>
        )}
        <div className="flex justify-end sm:col-span-2">
          <Button type="submit" variant="primary" loading={pending} disabled={isBlocked}>
            Approve and record
          </Button>
        </div>
      </form>
    </Card>
  );
}
