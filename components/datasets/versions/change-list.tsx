import { StaticTable } from "#components/table/static-table.tsx";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { VersionChange } from "#lib/datasets/versions/list-version-changes.ts";

const tones: Record<VersionChange["kind"], BadgeTone> = {
  added: "outline",
  changed: "accent",
  removed: "warning",
};

export type ChangeListProps = {
  datasetId: string;
  /** Null: what is not published yet. */
  version: number | null;
  changes: readonly VersionChange[];
};

export function ChangeList({ datasetId, version, changes }: ChangeListProps) {
  return (
    <StaticTable
      label="Changed cases"
      rows={changes}
      getRowId={(change) => change.key}
      rowHref={(change) => hrefOf(datasetId, version, change)}
      columns={[
        { id: "key", header: "Key", cell: (change) => <bdi className="font-mono text-xs">{change.key}</bdi> },
        {
          id: "kind",
          header: "Change",
          cell: (change) => <Badge tone={tones[change.kind]}>{change.kind}</Badge>,
        },
        {
          id: "title",
          header: "Input",
          className: "max-w-md",
          cell: (change) => <bdi className="block truncate">{change.title}</bdi>,
        },
      ]}
    />
  );
}

/** A removed case is shown as the version before had it. */
function hrefOf(datasetId: string, version: number | null, change: VersionChange): string {
  const shown = version === null ? null : change.kind === "removed" ? version - 1 : version;
  const query = new URLSearchParams({ ...(shown !== null && { version: String(shown) }), case: change.key });
  return `/datasets/${datasetId}?${query}`;
}
