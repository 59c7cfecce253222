"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { sameVerdictRule, type VerdictRule, verdictRuleProblem } from "#lib/graders/verdict/verdict-rule.ts";
import type { DatasetGraderActions } from "../grader-actions.ts";
import { VerdictRuleField } from "../verdict/verdict-rule-field.tsx";
import { AddGrader } from "./add-grader.tsx";
import type { ChoosableGrader } from "./chosen-grader.ts";
import { ChosenGraderItem } from "./chosen-grader-item.tsx";

export type DatasetGradersEditorProps = {
  datasetId: string;
  /** Ids in order. Give the editor a key made of them: when they change elsewhere, it starts anew. */
  chosen: readonly string[];
  verdictRule: VerdictRule;
  graders: readonly ChoosableGrader[];
  /** Why nothing can be changed here, if so. */
  lockedReason: string | null;
  set: DatasetGraderActions["set"];
};

/** Which graders a new run of the dataset starts with, and in which order they are shown. */
export function DatasetGradersEditor({
  datasetId,
  chosen,
  verdictRule,
  graders,
  lockedReason,
  set,
}: DatasetGradersEditorProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(set);
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const [rule, setRule] = useState(verdictRule);
  const byId = new Map(graders.map((grader) => [grader.id, grader]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  const isRuleChanged = !sameVerdictRule(rule, verdictRule);
  const isChanged = ids.join() !== chosen.join() || isRuleChanged;
  const locked = lockedReason !== null;

  function move(from: number, to: number) {
    const id = ids[from];
    if (id !== undefined) setIds(ids.toSpliced(from, 1).toSpliced(to, 0, id));
  }

  function discard() {
    setIds(chosen);
    setRule(verdictRule);
  }

  return (
    <Card
      title="Graders of new runs"
      description="A run can still start with others."
      footer={
        !locked && (
          <AddGrader
            graders={graders.filter((grader) => !ids.includes(grader.id))}
            onAdd={(id) => setIds([...ids, id])}
          />
        )
      }
      flush
    >
      {lockedReason && <Alert className="m-4">{lockedReason}</Alert>}
      {items.length === 0 && (
        <EmptyState
          title="No graders chosen"
          text="Without one, a run of this dataset stores answers that nobody has judged."
        />
      )}
      <ol aria-label="Chosen graders">
        {items.map((grader, index) => (
          <ChosenGraderItem
            key={grader.id}
            grader={grader}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            locked={locked}
            onMove={(by) => move(index, index + by)}
            onRemove={() => setIds(ids.filter((id) => id !== grader.id))}
          />
        ))}
      </ol>
      {items.length > 0 && (
        <div className="border-t px-4 py-4">
          <VerdictRuleField value={rule} onValueChange={setRule} graders={items} disabled={locked} />
        </div>
      )}
      {failure && (
        <Alert tone="danger" live title="The graders were not saved" className="m-4">
          {failure.message}
        </Alert>
      )}
      {isChanged && (
        <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">
          <Button variant="ghost" disabled={pending} onClick={discard}>
            Discard changes
          </Button>
          <Button
            variant="primary"
            loading={pending}
            disabled={verdictRuleProblem(rule) !== null}
            onClick={() =>
              run({ datasetId, graderIds: [...ids], ...(isRuleChanged ? { verdictRule: rule } : {}) }, () => {
                toast.success("The graders of this dataset are saved.");
                router.refresh();
              })
            }
          >
            Save
          </Button>
        </div>
      )}
    </Card>
  );
}
