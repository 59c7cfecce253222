"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { KindOption } from "#lib/graders/listing/kind-option.ts";
import type { FormSpec } from "../forms/fields/config-field.ts";
import type { GraderActions } from "../grader-actions.ts";
import { needsTrial } from "../try/needs-trial.ts";
import { TryBox, type TryDataset } from "../try/try-box.tsx";
import { EditorColumns } from "./editor-columns.tsx";
import type { GraderDraft } from "./grader-draft.ts";
import { GraderForm } from "./grader-form.tsx";

const TenCases = dynamic(() => import("../try/ten-cases.tsx").then((module) => module.TenCases));

export type NewGraderEditorProps = {
  kind: KindOption;
  formSpec: FormSpec | null;
  datasets: readonly TryDataset[];
  lockedReason: string | null;
  actions: Pick<GraderActions, "create" | "tryGrader" | "listSampleCases">;
};

export function NewGraderEditor({ kind, formSpec, datasets, lockedReason, actions }: NewGraderEditorProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(actions.create);
  const [hints, setHints] = useState<Readonly<Record<string, string>>>({});
  const [draft, setDraft] = useState<GraderDraft>({
    name: kind.label,
    kind: kind.kind,
    config: kind.defaults,
    direction: kind.direction,
    threshold: kind.defaultThreshold,
    weight: kind.defaultWeight,
    critical: false,
  });
  const [isTrying, setTrying] = useState(false);
  const created = useRef(false);

  function submit() {
    if (needsTrial(draft.kind) && datasets.length > 0) setTrying(true);
    else save();
  }

  function save() {
    setTrying(false);
    if (created.current) return;
    run(draft, ({ id }) => {
      created.current = true;
      toast.success(`The grader ${draft.name.trim()} is ready.`);
      router.push(`/graders/${id}`);
    });
  }

  return (
    <EditorColumns
      form={
        <GraderForm
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
              <LinkButton href="/graders/new" variant="ghost">
                Another kind
              </LinkButton>
              <Button type="submit" variant="primary" loading={pending}>
                Create grader
              </Button>
            </>
          }
        />
      }
      aside={
        <>
          <TryBox
            draft={draft}
            callsSomebody={kind.execution === "remote"}
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
              when={kind.execution === "remote" ? "asked" : "typing-pauses"}
              datasets={datasets}
              actions={actions}
              onClose={() => setTrying(false)}
              save={{ label: "Create grader", run: save }}
            />
          )}
        </>
      }
    />
  );
}
