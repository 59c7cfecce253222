import { compareHref } from "#components/comparisons/compare-href.ts";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { splitLabels } from "#lib/datasets/split.ts";
import type { BestModel } from "#lib/trends/list-best-models.ts";
import { ChangeDelta } from "./change-delta.tsx";

const columns: StaticColumn<BestModel>[] = [
  {
    id: "dataset",
    header: "Dataset",
    cell: ({ dataset, splits }) => (
      <span className="flex flex-col">
        <TextLink href={`/trends?${new URLSearchParams({ dataset: dataset.id })}`}>{dataset.name}</TextLink>
        <span className="text-muted text-xs">
          v{dataset.versionNumber}
          {splits.length > 0 && `, ${splits.map((split) => splitLabels[split]).join(", ")}`}
        </span>
      </span>
    ),
  },
  {
    id: "best",
    header: "Highest pass rate",
    cell: ({ best, models }) => (
      <span className="flex flex-col">
        <TextLink href={`/runs/${best.runId}`}>{best.model.name}</TextLink>
        <span className="text-muted text-xs">
          of {models} {models === 1 ? "model" : "models"}
        </span>
      </span>
    ),
  },
  {
    id: "rate",
    header: "Pass rate",
    numeric: true,
    cell: ({ best }) => <Proportion rate={best.passRate} n={best.scored} />,
  },
  {
    id: "lead",
    header: "Lead over the second",
    numeric: true,
    cell: ({ best, runnerUp, lead }) =>
      runnerUp === null || lead === null ? (
        <span className="text-faint">no second model</span>
      ) : (
        <span className="inline-flex flex-col items-end">
          <ChangeDelta {...lead} />
          <TextLink href={compareHref([runnerUp.runId, best.runId])} className="text-xs">
            over {runnerUp.model.name}
          </TextLink>
        </span>
      ),
  },
];

/** For each dataset the model that passes most, and whether that is proven against the second. */
export function BestModels({ best }: { best: readonly BestModel[] }) {
  if (best.length === 0) return null;
  return (
    <Card
      title="Best known model"
      description="By the newest run of each model on the version that was run last. A lead whose interval includes zero is not proven."
      flush
    >
      <StaticTable
        label="Best known model of each dataset"
        columns={columns}
        rows={best}
        getRowId={(row) => row.dataset.id}
      />
    </Card>
  );
}
