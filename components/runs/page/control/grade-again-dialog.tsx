"use client";

import { useState } from "react";
import { VerdictRuleField } from "#components/graders/verdict/verdict-rule-field.tsx";
import { LazyFlipPreview } from "#components/runs/flips/lazy-flip-preview.tsx";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { sameVerdictRule, type VerdictRule, verdictRuleProblem } from "#lib/graders/verdict/verdict-rule.ts";
import type { GraderChange } from "#lib/runs/control/grading/preview/grader-change.ts";
import type { RunStateName } from "#lib/runs/run-progress.ts";
import type { ControlDialogProps } from "./control-dialog-props.ts";
import type { RunActions } from "./run-actions.ts";

export type GradeAgainDialogProps = ControlDialogProps & { gradeAgain: RunActions["gradeAgain"] };

/** Says what will be different before anything is: which graders move to which version, and which verdicts change. */
export function GradeAgainDialog({ run, gradeAgain, open, onOpenChange }: GradeAgainDialogProps) {
  const { run: start, pending, failure } = useAction(gradeAgain);
  const behind = run.gradersBehind;
  const [chosen, setChosen] = useState<"pinned" | "newest" | null>(null);
  const [ownRule, setOwnRule] = useState<VerdictRule | null>(null);
  const rule = ownRule ?? run.verdictRule;
  const isOtherRule = !sameVerdictRule(rule, run.verdictRule);
  const graders = behind.length === 0 ? "pinned" : (chosen ?? "newest");
  const change = verdictRuleProblem(rule) === null ? changeOf(graders, isOtherRule ? rule : null) : null;

  function press() {
    start({ runId: run.id, graders, ...(isOtherRule ? { verdictRule: rule } : {}) }, () => {
      onOpenChange(false);
      toast.success(`The answers of run ${run.number} are graded again.`);
    });
  }
  return (
    <Dialog
      title={`Grade run ${run.number} again`}
      description={`The stored answers go through the graders once more. The model is not called, and what judges have scored with the same version is not paid again. ${replaced(run.state)}`}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep the grades</Button>
          <Button
            variant="primary"
            loading={pending}
            disabled={verdictRuleProblem(rule) !== null}
            onClick={press}
          >
            Grade again
          </Button>
        </>
      }
    >
      <FieldGroup legend="With which versions of its graders?">
        <RadioCards
          name="graders"
          columns={1}
          value={graders}
          onValueChange={(value) => setChosen(value === "newest" ? "newest" : "pinned")}
          options={[
            {
              value: "newest",
              label: "The newest ones",
              disabled: behind.length === 0,
              description:
                behind.length === 0
                  ? "The run pins the newest version of each grader already."
                  : behind
                      .map(
                        ({ name, number, newestNumber }) => `${name}: version ${number} to ${newestNumber}`,
                      )
                      .join("; "),
            },
            {
              value: "pinned",
              label: "The pinned ones",
              description: "The same versions as before, for graders that depend on more than the answer.",
            },
          ]}
        />
      </FieldGroup>
      <div className="mt-4">
        <VerdictRuleField value={rule} onValueChange={setOwnRule} graders={run.graders} />
      </div>
      {open && change !== null && (
        <div className="mt-4">
          <LazyFlipPreview key={JSON.stringify(change)} runId={run.id} change={change} begins="at-once" />
        </div>
      )}
      {failure && (
        <p role="alert" className="mt-3 text-negative text-sm">
          {failure.message}
        </p>
      )}
    </Dialog>
  );
}

function replaced(state: RunStateName): string {
  return state === "paused"
    ? "Verdicts and grades are replaced. The run is paused again afterwards; what is missing is asked for when you resume it."
    : "Verdicts, grades and the scorecard are replaced.";
}

/** What can be previewed; null when the same graders judge by the same rule. */
function changeOf(graders: "pinned" | "newest", verdictRule: VerdictRule | null): GraderChange | null {
  if (graders === "newest") return { type: "newest", ...(verdictRule && { verdictRule }) };
  return verdictRule && { type: "rule", verdictRule };
}
