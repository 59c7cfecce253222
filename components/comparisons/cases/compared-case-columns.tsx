import type { DataColumn } from "#components/table/data-column.ts";
import type { ComparedAnswer, ComparedCaseRow } from "#lib/comparisons/cases/list-compared-cases.ts";
import { errorClassLabel, errorClassMeaning } from "#lib/runs/attempts/error-class.ts";
import { BucketBadge } from "./bucket-badge.tsx";
import { StateMark } from "./state-mark.tsx";

export type ColumnRun = { id: string; number: number; modelName: string; isBaseline: boolean };

const caseColumns: readonly DataColumn<ComparedCaseRow>[] = [
  {
    id: "key",
    header: "Case",
    description: "The key by which the case is matched in all runs",
    width: 120,
    grow: 0,
    sortable: true,
    cell: (row) => <span className="truncate font-mono text-xs">{row.key}</span>,
  },
  {
    id: "change",
    header: "Outcome",
    description: "From the baseline to the candidate, what got worse first",
    width: 120,
    grow: 0,
    sortable: true,
    cell: (row) => <BucketBadge bucket={row.bucket} isCritical={row.isCritical} />,
  },
  { id: "input", header: "Input", width: 170, grow: 3, cell: (row) => <Text text={row.title} /> },
  {
    id: "expected",
    header: "Expected",
    width: 100,
    grow: 1,
    cell: (row) =>
      row.expected === "" ? <span className="text-faint">none</span> : <Text text={row.expected} />,
  },
];

/** One column for each run, with its verdict and the beginning of its answer. */
export function comparedCaseColumns(runs: readonly ColumnRun[]): DataColumn<ComparedCaseRow>[] {
  return [
    ...caseColumns,
    ...runs.map(
      ({ id, number, modelName, isBaseline }): DataColumn<ComparedCaseRow> => ({
        id,
        header: `Run ${number}${isBaseline ? ", baseline" : ""}`,
        description: modelName,
        width: 190,
        grow: 2,
        cell: (row) => <Answer answer={row.answers.find((answer) => answer.runId === id)} />,
      }),
    ),
  ];
}

function Text({ text }: { text: string }) {
  return <bdi title={text}>{text}</bdi>;
}

function Answer({ answer }: { answer: ComparedAnswer | undefined }) {
  if (answer === undefined) return null;
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="shrink-0">
        <StateMark state={answer.state} rate={answer.rate} />
      </span>
      <span className="min-w-0 flex-1 truncate text-muted">
        <Output {...answer} />
      </span>
    </span>
  );
}

function Output({ state, output, errorCode }: ComparedAnswer) {
  if (state === "absent" || state === "missing") return null;
  if (errorCode !== null) {
    return (
      <span title={errorClassMeaning(errorCode) ?? undefined} className="italic">
        {errorClassLabel(errorCode)}
      </span>
    );
  }
  return output === "" ? <span className="text-faint italic">empty</span> : <Text text={output} />;
}
