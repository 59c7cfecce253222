import { StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { caseTitle, valuePreview } from "#lib/datasets/case-text.ts";
import type { ColumnMapping } from "#lib/datasets/column-mapping.ts";
import { type MappedRow, mapRow } from "#lib/datasets/importing/map-row.ts";
import { splitLabels } from "#lib/datasets/split.ts";
import type { SourceRow } from "#lib/formats/tabular-row.ts";

const shownCases = 20;

type PreviewRow = { line: number; mapped: MappedRow };

/** The first cases as they will be stored. */
export function PreviewCases({ rows, mapping }: { rows: readonly SourceRow[]; mapping: ColumnMapping }) {
  const shown: PreviewRow[] = rows
    .slice(0, shownCases)
    .map((row) => ({ line: row.line, mapped: mapRow(row, mapping) }));
  return (
    <StaticTable
      label="First cases as they will be"
      rows={shown}
      getRowId={(row) => String(row.line)}
      columns={[
        {
          id: "line",
          header: "Line",
          className: "w-16",
          cell: (row) => <span className="tabular">{row.line}</span>,
        },
        {
          id: "key",
          header: "Key",
          wideOnly: true,
          cell: ({ mapped }) =>
            mapped.ok &&
            (mapped.key === null ? (
              <span className="text-faint text-xs">from the input</span>
            ) : (
              <bdi className="font-mono text-xs">{mapped.key}</bdi>
            )),
        },
        {
          id: "input",
          header: "Input",
          className: "max-w-96",
          cell: ({ mapped }) =>
            mapped.ok ? (
              <span className="flex min-w-0 items-center gap-1.5">
                {typeof mapped.content.input !== "string" && <Badge>JSON</Badge>}
                <bdi className="truncate">
                  {caseTitle(mapped.content.input, valuePreview(mapped.content.input))}
                </bdi>
              </span>
            ) : (
              <span className="text-negative text-xs">{mapped.reason}</span>
            ),
        },
        {
          id: "expected",
          header: "Expected",
          className: "max-w-56",
          cell: ({ mapped }) =>
            mapped.ok && (
              <span className="flex min-w-0 items-center gap-1.5">
                {mapped.content.expected !== null && typeof mapped.content.expected !== "string" && (
                  <Badge>JSON</Badge>
                )}
                <bdi className="truncate">
                  {valuePreview(mapped.content.expected) || <span className="text-faint">none</span>}
                </bdi>
              </span>
            ),
        },
        {
          id: "split",
          header: "Split",
          wideOnly: true,
          cell: ({ mapped }) => mapped.ok && splitLabels[mapped.content.split],
        },
        {
          id: "rest",
          header: "Tags and metadata",
          wideOnly: true,
          className: "max-w-64",
          cell: ({ mapped }) =>
            mapped.ok && (
              <span className="flex min-w-0 items-center gap-1 text-muted text-xs">
                {mapped.content.tags.slice(0, 3).map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
                {Object.keys(mapped.content.metadata).length > 0 && (
                  <bdi className="truncate">{valuePreview(mapped.content.metadata)}</bdi>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}
