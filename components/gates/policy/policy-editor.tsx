"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { Policy } from "#lib/gates/policy/policy-schema.ts";
import type { SliceChoice } from "#lib/gates/preview/list-slice-choices.ts";
import type { GateActions } from "../gate-actions.ts";
import { CriticalRow } from "./critical-row.tsx";
import { numberRuleTexts } from "./number-rule-texts.ts";
import { draftOf, type NumberRule, readDraft } from "./policy-draft.ts";
import { PreviewCard } from "./preview-card.tsx";
import { RuleRow } from "./rule-row.tsx";
import { SliceFloors } from "./slice-floors.tsx";
import { usePolicyPreview } from "./use-policy-preview.ts";

export type PolicyEditorProps = {
  datasetId: string;
  inForce: { number: number; policy: Policy } | null;
  slices: readonly SliceChoice[];
  /** Null for people who may only look: the form can be tried and not saved. */
  save: GateActions["savePolicy"] | null;
};

/** The rules of a dataset, each in words, and beside them what they would have said of the latest runs. */
export function PolicyEditor({ datasetId, inForce, slices, save }: PolicyEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(inForce?.policy ?? null));
  const { policy, problems, sliceProblems } = readDraft(draft);
  const preview = usePolicyPreview(datasetId, policy);
  const row = (name: NumberRule) => (
    <RuleRow
      {...numberRuleTexts[name]}
      bar={draft[name]}
      problem={problems[name]}
      onChange={(bar) => setDraft({ ...draft, [name]: bar })}
    />
  );
  return (
    <div className="grid min-w-0 items-start gap-5 xl:grid-cols-2">
      <Card
        flush
        title={inForce === null ? "Policy" : `Policy ${inForce.number}`}
        description="What a run of this dataset must meet. Evaluated on the server at the end of every run."
        footer={save !== null && <SaveForm {...{ datasetId, policy, inForce, save }} />}
      >
        <div className="divide-y">
          {row("passRate")}
          {row("regression")}
          <CriticalRow
            critical={draft.critical}
            tags={slices.filter(({ dimension }) => dimension === "tag").map(({ value }) => value)}
            onChange={(critical) => setDraft({ ...draft, critical })}
          />
          <SliceFloors
            floors={draft.slices}
            choices={slices}
            problems={sliceProblems}
            onChange={(floors) => setDraft({ ...draft, slices: floors })}
          />
          {row("latencyP95Ms")}
          {row("costPerCaseMicroUsd")}
          {row("withoutVerdictShare")}
          {row("minimumCases")}
        </div>
      </Card>
      <PreviewCard preview={preview} readable={policy !== null} />
    </div>
  );
}

type SaveFormProps = Pick<PolicyEditorProps, "datasetId" | "inForce"> & {
  policy: ReturnType<typeof readDraft>["policy"];
  save: GateActions["savePolicy"];
};

function SaveForm({ datasetId, policy, inForce, save }: SaveFormProps) {
  const [note, setNote] = useState("");
  const { run, pending, failure } = useAction(save);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (policy === null) return;
    run({ datasetId, policy, note }, ({ number }) => {
      setNote("");
      toast.success(`Policy ${number} is in force. Runs that end from now on are measured by it.`);
    });
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 py-1">
      {failure && (
        <Alert tone="danger" live>
          {failure.message}
        </Alert>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Note" optional className="flex-1 basis-56">
          <Input
            value={note}
            maxLength={2000}
            placeholder="Why it changes"
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" loading={pending} disabled={policy === null}>
          Save as policy {(inForce?.number ?? 0) + 1}
        </Button>
      </div>
    </form>
  );
}
