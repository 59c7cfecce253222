import { LabelMark } from "#components/review/label-mark.tsx";
import type { DataColumn } from "#components/table/data-column.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { errorClassLabel } from "#lib/runs/attempts/error-class.ts";
import type { AttemptRow } from "#lib/runs/attempts/read-attempt-rows.ts";
import { VerdictStrip } from "../repetitions/verdict-strip.tsx";
import { VerdictMark } from "../verdict-mark.tsx";

const subject: readonly DataColumn<AttemptRow>[] = [
  {
    id: "position",
    header: "Case",
    description: "Key of the case; sorted by its place in the dataset",
    width: 124,
    grow: 0,
    sortable: true,
    cell: (row) => (
      <span className="font-mono text-xs">
        {row.key}
        {row.caseVerdicts.length > 1 && <span className="text-faint"> #{row.repetition}</span>}
      </span>
    ),
  },
  {
    id: "verdict",
    header: "Verdict",
    description: "What the graders say; a person beside it: somebody has judged the answer",
    width: 116,
    grow: 0,
    cell: (row) => (
      <span className="inline-flex items-center gap-1.5">
        <VerdictMark verdict={row.verdict} />
        <LabelMark labels={row.labels} verdict={row.verdict} />
      </span>
    ),
  },
];

const repetitions: DataColumn<AttemptRow> = {
  id: "repetitions",
  header: "Passed of case",
  description: "How many of the attempts at this case passed; a flaky case passed sometimes",
  width: 190,
  grow: 0,
  cell: (row) => <VerdictStrip verdicts={row.caseVerdicts} current={row.repetition - 1} />,
};

const content: readonly DataColumn<AttemptRow>[] = [
  { id: "input", header: "Input", width: 220, grow: 3, cell: (row) => <Preview text={row.title} /> },
  { id: "expected", header: "Expected", width: 130, grow: 1, cell: (row) => <Preview text={row.expected} /> },
  {
    id: "actual",
    header: "Answer",
    width: 150,
    grow: 1,
    cell: (row) =>
      row.errorClass === null ? <Preview text={row.actual} /> : <span className="text-faint">none</span>,
  },
  { id: "why", header: "Why", width: 210, grow: 2, cell: (row) => <Why row={row} /> },
  {
    id: "latency",
    header: "Latency",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 90,
    grow: 0,
    cell: (row) => formatMs(row.latencyMs),
  },
  {
    id: "cost",
    header: "Cost",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 96,
    grow: 0,
    cell: (row) => (row.errorClass === null ? formatMicroUsd(row.costMicroUsd) : "–"),
  },
];

/** Makes room for the column of repetitions. */
const narrower: Readonly<Record<string, number>> = { input: 150, expected: 92, actual: 104, why: 148 };

export const attemptColumns: readonly DataColumn<AttemptRow>[] = [...subject, ...content];
/** For runs that try each case several times. */
export const repeatedAttemptColumns: readonly DataColumn<AttemptRow>[] = [
  ...subject,
  repetitions,
  ...content.map((column) => ({ ...column, width: narrower[column.id] ?? column.width ?? 100 })),
];

function Preview({ text }: { text: string }) {
  if (text === "") return <span className="text-faint">empty</span>;
  return <bdi title={text}>{text}</bdi>;
}

function Why({ row: { unpassed, errorClass, actual } }: { row: AttemptRow }) {
  if (errorClass !== null) {
    return (
      <bdi title={actual}>
        <span className="font-medium">{errorClassLabel(errorClass)}</span>{" "}
        <span className="text-muted">{actual}</span>
      </bdi>
    );
  }
  if (unpassed.length === 0) return null;
  const sentences = unpassed.map(({ name, reason }) => `${name}: ${reason}`);
  return (
    <bdi title={sentences.join("\n")}>
      <span className="font-medium">{unpassed[0]?.name}</span>{" "}
      <span className="text-muted">{unpassed[0]?.reason}</span>
      {unpassed.length > 1 && <span className="text-faint"> and {unpassed.length - 1} more</span>}
    </bdi>
  );
}
