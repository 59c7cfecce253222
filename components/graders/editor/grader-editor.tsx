"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { useAction } from "#components/ui/use-action.ts";
import type { GraderSummary } from "#lib/graders/content/grader-summary.ts";
import type { KindOption } from "#lib/graders/listing/kind-option.ts";
import type { PreviewRun } from "#lib/runs/control/grading/preview/list-preview-runs.ts";
import type { FormSpec } from "../forms/fields/config-field.ts";
import type { GraderActions } from "../grader-actions.ts";
import { needsTrial } from "../try/needs-trial.ts";
import { TryBox, type TryDataset } from "../try/try-box.tsx";
import { DraftPreview } from "./draft-preview.tsx";
import { EditorColumns } from "./editor-columns.tsx";
import { type GraderDraft, sameDraft } from "./grader-draft.ts";
import { GraderForm } from "./grader-form.tsx";

const TenCases = dynamic(() => import("../try/ten-cases.tsx").then((module) => module.TenCases));

export type GraderEditorProps = {
  grader: GraderSummary;
  /** Null for a kind that this version of Touchstone does not have. */
  kind: KindOption | null;
  formSpec: FormSpec | null;
  datasets: readonly TryDataset[];
  lockedReason: string | null;
  /** Finished runs on which a change can be previewed. */
  previewRuns: readonly PreviewRun[];
  actions: Pick<GraderActions, "update" | "tryGrader" | "listSampleCases">;
};

/** Give it the version's id as its key: a new version starts a new form. */
export function GraderEditor(props: GraderEditorProps) {
  const { grader, kind, formSpec, datasets, lockedReason, previewRuns, actions } = props;
  const router = useRouter();
  const { run, pending, failure, setFailure } = useAction(actions.update);
  const [hints, setHints] = useState<Readonly<Record<string, string>>>({});
  const saved = draftOf(grader);
  const [draft, setDraft] = useState<GraderDraft>(saved);
  // Fields that keep what was typed (a number on its way, a schema that is no JSON yet) start anew after a discard.
  const [discards, setDiscards] = useState(0);
  const [isTrying, setTrying] = useState(false);
  const isChanged = !sameDraft(draft, saved);
  const isNewVersion = !sameDraft({ ...draft, name: "" }, { ...saved, name: "" });

  function submit() {
    if (isNewVersion && needsTrial(draft.kind) && datasets.length > 0) setTrying(true);
    else save();
  }

  function save() {
    setTrying(false);
    if (!isChanged) return;
    const { name, ...content } = draft;
    run({ graderId: grader.id, name, basedOn: grader.number, content }, (updated) => {
      toast.success(
        updated.isNewVersion
          ? `Version ${updated.number} of ${name.trim()} is saved.`
          : `${name.trim()} is saved.`,
      );
      router.refresh();
    });
  }

  function discard() {
    setDraft(saved);
    setFailure(null);
    setDiscards(discards + 1);
  }

  return (
    <EditorColumns
      form={
        <GraderForm
          key={discards}
          kind={kind}
          formSpec={formSpec}
          draft={draft}
          onChange={setDraft}
          failure={failure}
          hints={hints}
          lockedReason={lockedReason}
          onSubmit={submit}
          buttons={
            <>
              {isChanged && (
                <Button variant="ghost" disabled={pending} onClick={discard}>
                  Discard changes
                </Button>
              )}
              <Button type="submit" variant="primary" loading={pending} disabled={!isChanged}>
                {isNewVersion ? `Save as version ${grader.number + 1}` : "Save"}
              </Button>
            </>
          }
        />
      }
      aside={
        <div className="flex min-w-0 flex-col gap-5">
          {isNewVersion && lockedReason === null && previewRuns.length > 0 && (
            <DraftPreview graderId={grader.id} draft={draft} runs={previewRuns} />
          )}
          <TryBox
            draft={draft}
            callsSomebody={kind?.execution === "remote"}
            datasets={datasets}
            actions={actions}
            onFieldErrors={setHints}
          />
          {isTrying && (
            <TenCases
              grader={{
                kind: draft.kind,
                config: draft.config,
                direction: draft.direction,
                threshold: draft.threshold,
              }}
              when={kind?.execution === "remote" ? "asked" : "typing-pauses"}
              datasets={datasets}
              actions={actions}
              onClose={() => setTrying(false)}
              save={{ label: `Save as version ${grader.number + 1}`, run: save }}
            />
          )}
        </div>
      }
    />
  );
}

function draftOf({ name, kind, config, direction, threshold, weight, critical }: GraderSummary): GraderDraft {
  return { name, kind, config, direction, threshold, weight, critical };
}
