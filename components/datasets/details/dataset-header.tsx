import { FileUp, Play } from "lucide-react";
import { GateMark } from "#components/gates/gate-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DatasetDetails } from "#lib/datasets/get-dataset.ts";
import type { LatestGate } from "#lib/gates/results/find-latest-gate.ts";
import type { DatasetActions } from "../dataset-actions.ts";
import { changeWords } from "../versions/change-words.ts";
import { DatasetMenu } from "./dataset-menu.tsx";
import { PublishDialog } from "./publish-dialog.tsx";

export type DatasetHeaderProps = {
  dataset: DatasetDetails;
  canEdit: boolean;
  actions: DatasetActions;
  /** What the gate said of the latest run that it has measured. */
  gate?: LatestGate | null;
};

export function DatasetHeader({ dataset, canEdit, actions, gate = null }: DatasetHeaderProps) {
  const { latestVersion } = dataset;
  const isOpen = dataset.archivedAt === null;
  const changes = changeWords(dataset.draftChanges);
  return (
    <PageHeader
      title={dataset.name}
      description={dataset.description || undefined}
      breadcrumb={[{ label: "Datasets", href: "/datasets" }, { label: dataset.name }]}
      meta={
        <>
          {!isOpen && <Badge tone="warning">archived</Badge>}
          <span className="tabular">{formatCount(dataset.caseCount)} cases</span>
          {latestVersion === null ? (
            <Badge tone="outline">no version yet</Badge>
          ) : (
            <span>
              Version {latestVersion.number}, published <Timestamp value={latestVersion.publishedAt} />
            </span>
          )}
          {gate !== null && (
            <span className="inline-flex flex-wrap items-center gap-1.5">
              Gate of <TextLink href={`/runs/${gate.run.id}`}>run {gate.run.number}</TextLink>
              <GateMark verdict={gate.verdict} />
            </span>
          )}
          {changes !== "" && latestVersion !== null && (
            <Badge tone="accent" title="Changes that no version has yet">
              {changes}
            </Badge>
          )}
        </>
      }
      actions={
        <>
          {canEdit && <DatasetMenu dataset={dataset} actions={actions} />}
          {canEdit && isOpen && (
            <LinkButton href={`/datasets/${dataset.id}/import`}>
              <FileUp aria-hidden />
              Import
            </LinkButton>
          )}
          {canEdit && isOpen && latestVersion !== null && (
            <LinkButton href={`/runs/new?dataset=${dataset.id}`}>
              <Play aria-hidden />
              Start run
            </LinkButton>
          )}
          {canEdit && isOpen && (
            <PublishDialog
              dataset={dataset}
              nextNumber={(latestVersion?.number ?? 0) + 1}
              publish={actions.publish}
            />
          )}
        </>
      }
      tabs={
        <LinkTabs
          label="Parts of this dataset"
          tabs={[
            { href: `/datasets/${dataset.id}`, label: "Cases", count: formatCount(dataset.caseCount) },
            {
              href: `/datasets/${dataset.id}/versions`,
              label: "Versions",
              count: formatCount(latestVersion?.number ?? 0),
            },
            { href: `/datasets/${dataset.id}/gate`, label: "Gate" },
          ]}
        />
      }
    />
  );
}
