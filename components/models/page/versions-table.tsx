import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { priceLabel } from "./price-label.ts";

export type VersionsTableProps = { versions: readonly ModelVersion[]; shown: ModelVersion };

/** All versions, the shown one marked; each can be shown or compared with the shown one. */
export function VersionsTable({ versions, shown }: VersionsTableProps) {
  const base = `/models/${shown.modelId}`;
  return (
    <StaticTable
      label="Versions"
      rows={versions}
      getRowId={(version) => version.id}
      rowHref={(version) => `${base}?version=${version.number}`}
      isChosen={(version) => version.id === shown.id}
      columns={[
        { id: "number", header: "Version", cell: (version) => `Version ${version.number}` },
        {
          id: "model",
          header: "Model",
          wideOnly: true,
          cell: (version) => (
            <span className="break-all font-mono text-xs">
              {version.providerModel ?? version.builtInKind}
            </span>
          ),
        },
        {
          id: "price",
          header: "Price",
          numeric: true,
          wideOnly: true,
          cell: (version) => priceLabel(version),
        },
        { id: "created", header: "Created", cell: (version) => <Timestamp value={version.createdAt} /> },
        {
          id: "compare",
          header: <span className="sr-only">Compare</span>,
          cell: (version) =>
            version.id === shown.id ? (
              <span className="text-muted text-xs">shown</span>
            ) : (
              <TextLink href={`${base}?version=${shown.number}&against=${version.number}`}>
                Compare with version {version.number}
              </TextLink>
            ),
        },
      ]}
    />
  );
}
