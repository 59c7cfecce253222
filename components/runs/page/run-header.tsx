import { GitCompareArrows } from "lucide-react";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunDetail } from "#lib/runs/get-run.ts";
import { hasEnded } from "#lib/runs/run-state.ts";
import { RunStateMark } from "../list/run-state-mark.tsx";
import { ControlMenu } from "./control/control-menu.tsx";
import { PrimaryControl } from "./control/primary-control.tsx";
import type { ControlledRun, RunActions } from "./control/run-actions.ts";

export type RunHeaderProps = {
  run: RunDetail;
  controlled: ControlledRun;
  /** Null for readers who may change nothing. */
  actions: RunActions | null;
};

export function RunHeader({ run, controlled, actions }: RunHeaderProps) {
  const { dataset, datasetVersion, model, experiment } = run;
  const others = experiment.runs.filter((other) => other.id !== run.id);
  const again = new URLSearchParams({
    dataset: dataset.id,
    version: String(datasetVersion.number),
    models: model.id,
  });
  const againHref = `/runs/new?${again}`;
  const graders = run.graders.length === 1 ? "1 grader" : `${run.graders.length} graders`;
  const pins = `${dataset.name} v${datasetVersion.number}, ${model.modelName} v${model.number}, ${graders}`;
  return (
    <PageHeader
      title={`Run ${run.number}: ${model.modelName} on ${dataset.name}`}
      breadcrumb={[{ label: "Runs", href: "/runs" }, { label: `Run ${run.number}` }]}
      meta={
        <>
          <RunStateMark state={run.state} />
          <span>
            <TextLink href={`/models/${model.modelId}?version=${model.number}`}>
              {model.modelName} v{model.number}
            </TextLink>{" "}
            on{" "}
            <TextLink href={`/datasets/${dataset.id}?version=${datasetVersion.number}`}>
              {dataset.name} v{datasetVersion.number}
            </TextLink>
          </span>
          <span>
            Started by{" "}
            {experiment.schedule === null ? (
              run.createdBy
            ) : (
              <TextLink href={`/schedules/${experiment.schedule.id}`}>
                the schedule {experiment.schedule.name}
              </TextLink>
            )}
            , <Timestamp value={run.createdAt} />
          </span>
          {others.length > 0 && (
            <TextLink href={`/runs?experiment=${experiment.id}`}>
              together with {others.length === 1 ? `run ${others[0]?.number}` : `${others.length} other runs`}
            </TextLink>
          )}
        </>
      }
      actions={
        <>
          {others.length > 0 && hasEnded(run.state) && (
            <LinkButton
              href={`/compare?runs=${experiment.runs
                .slice(0, 8)
                .map((one) => one.id)
                .join(",")}`}
            >
              <GitCompareArrows aria-hidden />
              Compare
            </LinkButton>
          )}
          {actions && (
            <>
              <PrimaryControl run={controlled} actions={actions} againHref={againHref} />
              <ControlMenu run={controlled} actions={actions} againHref={againHref} pins={pins} />
            </>
          )}
        </>
      }
    />
  );
}
