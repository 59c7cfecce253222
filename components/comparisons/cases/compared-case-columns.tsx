import type { DataColumn } from "#components/table/data-column.ts";
import type { ComparedCaseRow, ComparedSidePreview } from "#lib/comparisons/cases/list-compared-cases.ts";
import { BucketBadge } from "./bucket-badge.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

export const comparedCaseColumns: readonly DataColumn<ComparedCaseRow>[] = [
  {
    id: "key",
    header: "Case",
    description: "The key by which the case is matched in both runs",
    width: 130,
    grow: 0,
    sortable: true,
    cell: (row) => <span className="truncate font-mono text-xs">{row.key}</span>,
  },
  {
    id: "bucket",
    header: "Outcome",
    description: "By the verdicts of both attempts, from A to B",
    width: 145,
    grow: 0,
    cell: (row) => <BucketBadge bucket={row.bucket} />,
  },
  { id: "input", header: "Input", width: 190, grow: 3, cell: (row) => <Text text={row.title} /> },
  {
    id: "expected",
    header: "Expected",
    width: 110,
    grow: 1,
    cell: (row) =>
      row.expected === "" ? <span className="text-faint">none</span> : <Text text={row.expected} />,
  },
  { id: "verdictA", header: "Verdict A", width: 96, grow: 0, cell: (row) => <Verdict side={row.a} /> },
  { id: "outputA", header: "Output A", width: 130, grow: 2, cell: (row) => <Output side={row.a} /> },
  { id: "verdictB", header: "Verdict B", width: 96, grow: 0, cell: (row) => <Verdict side={row.b} /> },
  { id: "outputB", header: "Output B", width: 130, grow: 2, cell: (row) => <Output side={row.b} /> },
];

function Text({ text }: { text: string }) {
  return (
    <bdi className="block truncate" title={text}>
      {text}
    </bdi>
  );
}

function Verdict({ side }: { side: ComparedSidePreview | null }) {
  return side === null ? <span className="text-faint">not run</span> : <VerdictMark verdict={side.verdict} />;
}

function Output({ side }: { side: ComparedSidePreview | null }) {
  if (side === null) return <span className="text-faint">–</span>;
  if (side.errorClass !== null) return <span className="text-muted italic">error: {side.errorClass}</span>;
  return side.output === "" ? <span className="text-faint italic">empty</span> : <Text text={side.output} />;
}
