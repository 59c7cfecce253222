import type { ReactNode } from "react";
import { type Definition, DefinitionList } from "#components/ui/display/definition-list.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { splitLabels } from "#lib/datasets/split.ts";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import type { RunDetail } from "#lib/runs/get-run.ts";

/** Everything that the run pins, so that it can be repeated and paired. */
export function RunPins({ run }: { run: RunDetail }) {
  return (
    <details className="group rounded-lg border bg-surface shadow-card">
      <summary className="px-4 py-3 font-semibold text-sm">What this run pins</summary>
      <div className="px-4 pb-4">
        <DefinitionList items={pinsOf(run)} />
      </div>
    </details>
  );
}

function pinsOf(run: RunDetail): Definition[] {
  const { dataset, datasetVersion, model, graders } = run;
  const parameters = Object.entries(model.parameters).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const items: [string, ReactNode][] = [
    [
      "Dataset",
      <TextLink key="dataset" href={`/datasets/${dataset.id}?version=${datasetVersion.number}`}>
        {dataset.name}, version {datasetVersion.number}
      </TextLink>,
    ],
    ["Splits", run.splits.length === 0 ? "all" : run.splits.map((split) => splitLabels[split]).join(", ")],
    ["Attempts planned", formatCount(run.planned)],
    ["Repetitions", formatCount(run.repetitions)],
    ["Answer cache", run.useCache ? "used" : "not used"],
    [
      "Model",
      <TextLink key="model" href={`/models/${model.modelId}?version=${model.number}`}>
        {model.modelName}, version {model.number}
      </TextLink>,
    ],
    ["Asked for", model.providerModel ?? model.builtInKind ?? "–"],
    ["Connection", model.connection?.name ?? "none: it runs in the worker"],
    [
      "Parameters",
      parameters.length === 0
        ? "as the server has them"
        : parameters.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", "),
    ],
    [
      "Graders",
      <span key="graders" className="flex flex-wrap gap-x-3">
        {graders.map((grader) => (
          <TextLink key={grader.versionId} href={`/graders/${grader.graderId}`}>
            {grader.name}, version {grader.number}
          </TextLink>
        ))}
      </span>,
    ],
    ["An answer passes when", verdictRuleWords(run.verdictRule, graders)],
    ["At a time, at most", formatCount(run.concurrency)],
    ["Tries for one answer", formatCount(run.maxTries)],
    [
      "Started",
      run.startedAt === null ? "not yet" : <Timestamp key="started" value={run.startedAt} mode="absolute" />,
    ],
    [
      "Ended",
      run.finishedAt === null ? "not yet" : <Timestamp key="ended" value={run.finishedAt} mode="absolute" />,
    ],
  ];
  return items.map(([term, value]) => ({ term, value }));
}
