import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { VersionRow } from "#lib/datasets/versions/list-versions.ts";
import { changeWords } from "./change-words.ts";

export type VersionsTableProps = {
  datasetId: string;
  versions: readonly VersionRow[];
  chosen: number | null;
};

export function VersionsTable({ datasetId, versions, chosen }: VersionsTableProps) {
  return (
    <StaticTable
      label="Versions"
      rows={versions}
      getRowId={(version) => version.id}
      rowHref={(version) => `/datasets/${datasetId}/versions?changes=${version.number}`}
      isChosen={(version) => version.number === chosen}
      columns={[
        {
          id: "number",
          header: "Version",
          cell: (version) => <span className="tabular">{version.number}</span>,
        },
        {
          id: "note",
          header: "Note",
          className: "min-w-40 max-w-md whitespace-pre-line break-words",
          cell: (version) => version.note || <span className="text-faint">none</span>,
        },
        {
          id: "cases",
          header: "Cases",
          numeric: true,
          cell: (version) => (
            <TextLink href={`/datasets/${datasetId}?version=${version.number}`}>
              {formatCount(version.caseCount)}
            </TextLink>
          ),
        },
        { id: "changes", header: "Against the one before", cell: (version) => changeWords(version.changes) },
        {
          id: "published",
          header: "Published",
          wideOnly: true,
          className: "whitespace-nowrap text-muted",
          cell: (version) => (
            <>
              {version.publishedBy}, <Timestamp value={version.publishedAt} />
            </>
          ),
        },
      ]}
    />
  );
}
