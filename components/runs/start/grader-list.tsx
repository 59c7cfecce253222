"use client";

import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { ChosenDataset, GraderChoice } from "#lib/runs/starting/load-start-choices.ts";
import type { StartActions } from "./start-actions.ts";

export type GraderListProps = {
  dataset: ChosenDataset;
  selected: readonly string[];
  onChange: (versionIds: string[]) => void;
  adopt: StartActions["adoptProposedGraders"];
};

/** The dataset's own graders first; where it has none, what its cases suggest, with one press to create it. */
export function GraderList({ dataset, selected, onChange, adopt }: GraderListProps) {
  const { ownGraders, otherGraders, proposals } = dataset;
  const list = { selected, onChange };
  return (
    <div className="flex flex-col gap-4">
      {ownGraders.length > 0 && (
        <Choices {...list} title={`Graders of ${dataset.name}`} graders={ownGraders} />
      )}
      {ownGraders.length === 0 && proposals.length > 0 && <Proposals dataset={dataset} adopt={adopt} />}
      {otherGraders.length > 0 && (
        <Choices {...list} title="Other graders of this workspace" graders={otherGraders} />
      )}
      {ownGraders.length + otherGraders.length + proposals.length === 0 && (
        <Alert
          tone="warning"
          action={
            <LinkButton size="sm" href="/graders/new">
              Create a grader
            </LinkButton>
          }
        >
          There are no graders yet, and {dataset.name} has no cases to propose one from.
        </Alert>
      )}
    </div>
  );
}

type ChoicesProps = Pick<GraderListProps, "selected" | "onChange"> & {
  title: string;
  graders: readonly GraderChoice[];
};

function Choices({ title, graders, selected, onChange }: ChoicesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-muted text-xs">{title}</legend>
      <ul className="flex max-h-72 flex-col overflow-y-auto rounded-md border">
        {graders.map(({ versionId, name, number, kindLabel, weight }) => (
          <li key={versionId} className="border-b px-3 py-2 last:border-0">
            <Checkbox
              label={
                <>
                  {name} <span className="text-faint text-xs">v{number}</span>
                </>
              }
              hint={weight === 0 ? `${kindLabel}. Recorded, does not decide.` : kindLabel}
              checked={selected.includes(versionId)}
              onCheckedChange={(checked) =>
                onChange(checked ? [...selected, versionId] : selected.filter((one) => one !== versionId))
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Proposals({ dataset, adopt }: Pick<GraderListProps, "dataset" | "adopt">) {
  const { run, pending, failure } = useAction(adopt);
  return (
    <Alert
      title={`${dataset.name} has no graders yet. Its cases suggest ${dataset.proposals.length === 1 ? "this one" : "these"}:`}
      action={
        <Button
          size="sm"
          variant="primary"
          loading={pending}
          onClick={() =>
            run({ datasetId: dataset.id }, () => void toast.success("The graders are created and chosen."))
          }
        >
          {dataset.proposals.length === 1 ? "Create it" : "Create them"}
        </Button>
      }
    >
      <ul className="flex flex-col gap-0.5">
        {dataset.proposals.map(({ name, reason }) => (
          <li key={name}>
            <span className="font-medium text-text">{name}.</span> {reason}
          </li>
        ))}
      </ul>
      {failure && (
        <p role="alert" className="mt-1 text-negative">
          {failure.message}
        </p>
      )}
    </Alert>
  );
}
