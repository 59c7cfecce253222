"use client";

import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { splits } from "#lib/datasets/split.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import type { StartChoices } from "#lib/runs/starting/load-start-choices.ts";
import { startObstacle, startSummary } from "#lib/runs/starting/start-summary.ts";
import { CaseFields } from "./case-fields.tsx";
import { GraderList } from "./grader-list.tsx";
import { ModelList } from "./model-list.tsx";
import { newRequestKey } from "./request-key.ts";
import type { StartActions } from "./start-actions.ts";
import { useStartAddress } from "./use-start-address.ts";

export type StartFormProps = { choices: StartChoices; actions: StartActions };

export function StartForm({ choices, actions }: StartFormProps) {
  const router = useRouter();
  const view = useStartAddress();
  const { address, setAddress, loading } = view;
  const { run, pending, failure } = useAction(actions.start);
  // Null until the reader changes it: then it follows the graders of the dataset.
  const [ownChoice, setOwnChoice] = useState<string[] | null>(null);
  const request = useRef({ content: "", key: "" });

  const chosen = choices.chosen?.id === address.dataset ? choices.chosen : null;
  const withCases = splits.filter((split) => (chosen?.caseCounts[split] ?? 0) > 0);
  const askedSplits = withCases.filter((split) => address.split === null || address.split.includes(split));
  const modelIds = address.models ?? choices.chosenModelVersionIds;
  const models = choices.models.filter(
    (model) => modelIds.includes(model.versionId) || (model.isLatest && modelIds.includes(model.id)),
  );
  const offered = new Set(
    [...(chosen?.ownGraders ?? []), ...(chosen?.otherGraders ?? [])].map((one) => one.versionId),
  );
  const graderIds = (ownChoice ?? chosen?.ownGraders.map((one) => one.versionId) ?? []).filter((id) =>
    offered.has(id),
  );
  const plan = {
    cases: askedSplits.reduce((sum, split) => sum + (chosen?.caseCounts[split] ?? 0), 0),
    models: models.length,
    graders: graderIds.length,
  };
  const obstacle = chosen === null ? "Choose a dataset with a published version." : startObstacle(plan);

  function start() {
    if (chosen === null || obstacle !== null) return;
    const content = {
      name: "",
      datasetVersionId: chosen.versionId,
      modelVersionIds: models.map((model) => model.versionId),
      graderVersionIds: graderIds,
      splits: askedSplits.length === withCases.length ? [] : askedSplits,
    };
    run({ ...content, requestKey: keyOf(JSON.stringify(content)) }, open);
  }

  /** Another choice is another start; the same one, pressed again after an answer got lost, is not. */
  function keyOf(content: string): string {
    if (request.current.content !== content) request.current = { content, key: newRequestKey() };
    return request.current.key;
  }

  function open({ runIds, experimentId }: StartedRuns) {
    request.current = { content: "", key: "" };
    const [only] = runIds;
    toast.success(runIds.length === 1 ? "The run has started." : `${runIds.length} runs have started.`);
    router.push(
      runIds.length === 1 && only !== undefined ? `/runs/${only}` : `/runs?experiment=${experimentId}`,
    );
  }

  return (
    <form
      className="flex flex-col gap-4"
      aria-busy={loading}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Card title="Cases">
        <CaseFields
          choices={choices}
          address={view}
          askedSplits={askedSplits}
          onDatasetChange={() => setOwnChoice(null)}
        />
      </Card>
      <Card title="Models" description="One run is started for each.">
        <ModelList
          models={choices.models}
          selected={models.map((model) => model.versionId)}
          onChange={(versionIds) => void setAddress({ models: versionIds, model: null })}
          asked={chosen && { datasetId: chosen.id, splits: askedSplits }}
        />
      </Card>
      {chosen && (
        <Card title="Graders" description="An answer passes when every grader that decides passes it.">
          <GraderList
            dataset={chosen}
            selected={graderIds}
            onChange={setOwnChoice}
            adopt={actions.adoptProposedGraders}
          />
        </Card>
      )}
      {failure && (
        <Alert tone="danger" live title="The runs were not started">
          {failure.message}
        </Alert>
      )}
      <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border bg-raised px-4 py-3 shadow-float">
        <p aria-live="polite" className="tabular min-w-0 flex-1 basis-56 text-sm">
          {obstacle === null ? startSummary(plan) : <span className="text-muted">{obstacle}</span>}
        </p>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={pending}
          disabled={obstacle !== null || loading}
        >
          <Play aria-hidden />
          {models.length > 1 ? `Start ${models.length} runs` : "Start run"}
        </Button>
      </div>
    </form>
  );
}
