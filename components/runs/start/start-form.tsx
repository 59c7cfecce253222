"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { VerdictRuleField } from "#components/graders/verdict/verdict-rule-field.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { splits } from "#lib/datasets/split.ts";
import {
  defaultVerdictRule,
  type VerdictRule,
  verdictRuleProblem,
} from "#lib/graders/verdict/verdict-rule.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import { budgetObstacle } from "#lib/runs/starting/budget-obstacle.ts";
import type { StartChoices } from "#lib/runs/starting/load-start-choices.ts";
import { startObstacle } from "#lib/runs/starting/start-summary.ts";
import { CaseFields } from "./case-fields.tsx";
import { EstimateCard } from "./estimate/estimate-card.tsx";
import { estimatesOf } from "./estimate/estimates-of.ts";
import { GraderList } from "./grader-list.tsx";
import { ModelList } from "./model-list.tsx";
import { readOptions } from "./options/option-texts.ts";
import { OptionsCard } from "./options/options-card.tsx";
import { useOptionAddress } from "./options/use-option-address.ts";
import { newRequestKey } from "./request-key.ts";
import type { StartActions } from "./start-actions.ts";
import { StartBar } from "./start-bar.tsx";
import { useStartAddress } from "./use-start-address.ts";

export type StartFormProps = { choices: StartChoices; actions: StartActions };

export function StartForm({ choices, actions }: StartFormProps) {
  const router = useRouter();
  const view = useStartAddress();
  const { address, setAddress, loading } = view;
  const { run, pending, failure } = useAction(actions.start);
  // Null until the reader changes it: then it follows the graders of the dataset.
  const [ownChoice, setOwnChoice] = useState<string[] | null>(null);
  const [ownRule, setOwnRule] = useState<VerdictRule | null>(null);
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
  const graders = [...(chosen?.ownGraders ?? []), ...(chosen?.otherGraders ?? [])].filter((one) =>
    graderIds.includes(one.versionId),
  );
  const verdictRule = ownRule ?? chosen?.verdictRule ?? defaultVerdictRule;
  const [texts, setTexts] = useOptionAddress();
  const read = readOptions(texts);
  const { options } = read;
  const plan = {
    repetitions: options.repetitions,
    cases: askedSplits.reduce((sum, split) => sum + (chosen?.caseCounts[split] ?? 0), 0),
    models: models.length,
    graders: graderIds.length,
  };
  const judging = choices.judging.filter(({ graderVersionId }) => graderIds.includes(graderVersionId));
  const estimates = estimatesOf(models, choices.outlooks, judging, { cases: plan.cases, ...options });
  const obstacle =
    chosen === null
      ? "Choose a dataset with a published version."
      : (startObstacle(plan) ??
        verdictRuleProblem(verdictRule) ??
        (Object.keys(read.problems).length > 0 ? "Correct the options first." : null) ??
        (estimates && budgetObstacle(choices.month, estimates.total)));

  function start() {
    if (chosen === null || obstacle !== null) return;
    const content = {
      name: "",
      datasetVersionId: chosen.versionId,
      modelVersionIds: models.map((model) => model.versionId),
      graderVersionIds: graderIds,
      verdictRule,
      splits: askedSplits.length === withCases.length ? [] : askedSplits,
      ...options,
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
          onDatasetChange={() => {
            setOwnChoice(null);
            setOwnRule(null);
          }}
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
        <Card title="Graders" description="What judges the answers, and how their grades become a verdict.">
          <GraderList
            dataset={chosen}
            selected={graderIds}
            onChange={setOwnChoice}
            adopt={actions.adoptProposedGraders}
          />
          {graders.length > 0 && (
            <div className="mt-4">
              <VerdictRuleField value={verdictRule} onValueChange={setOwnRule} graders={graders} />
            </div>
          )}
        </Card>
      )}
      <OptionsCard texts={texts} read={read} onChange={setTexts} models={models} />
      {estimates && <EstimateCard runs={estimates.runs} month={choices.month} />}
      {failure && (
        <Alert tone="danger" live title="The runs were not started">
          {failure.message}
        </Alert>
      )}
      <StartBar
        plan={plan}
        obstacle={obstacle}
        total={estimates?.total ?? null}
        isJudged={judging.length > 0}
        pending={pending}
        loading={loading}
      />
    </form>
  );
}
