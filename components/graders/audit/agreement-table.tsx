import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { GraderAgreement } from "#lib/graders/audit/grader-agreements.ts";

export type AgreementTableProps = { agreements: readonly GraderAgreement[]; showGrader: boolean };

/** How far each grader says what people say, with how sure that is. */
export function AgreementTable({ agreements, showGrader }: AgreementTableProps) {
  const shown = showGrader ? [graderColumn, ...columns] : columns;
  return (
    <section aria-label="Beside people" className="mt-4 flex flex-col gap-2">
      <h3 className="font-medium text-sm">Beside people</h3>
      <div className="overflow-hidden rounded-md border">
        <StaticTable
          label="How graders agree with people"
          columns={shown}
          rows={agreements}
          getRowId={({ graderId }) => graderId}
        />
      </div>
      <p className="max-w-prose text-muted text-xs">{explanation(agreements)}</p>
    </section>
  );
}

const graderColumn: StaticColumn<GraderAgreement> = {
  id: "grader",
  header: "Grader",
  cell: ({ graderId, graderName, number }) => (
    <>
      <TextLink href={`/graders/${graderId}`}>{graderName}</TextLink>{" "}
      <span className="text-faint text-xs">v{number}</span>
    </>
  ),
};

const columns: readonly StaticColumn<GraderAgreement>[] = [
  {
    id: "labels",
    header: "Labelled answers",
    numeric: true,
    cell: ({ labels }) => formatCount(labels),
  },
  {
    id: "agreement",
    header: "Same verdict",
    numeric: true,
    cell: ({ agreement: { estimate, lower, upper } }) => (
      <Bounded value={formatPercent(estimate)} interval={formatInterval([lower, upper])} />
    ),
  },
  {
    id: "kappa",
    header: "Kappa",
    numeric: true,
    cell: ({ kappa, labelsNeeded }) => {
      if (labelsNeeded > 0) {
        return <span className="text-muted text-xs">cannot tell yet: about {labelsNeeded} more labels</span>;
      }
      if (kappa === null) return <span className="text-muted text-xs">only one verdict occurs</span>;
      const interval = formatInterval([kappa.lower, kappa.upper], { unit: "plain" });
      return <Bounded value={formatScore(kappa.estimate, 2)} interval={interval} />;
    },
  },
  { id: "ac1", header: "AC1", numeric: true, cell: ({ ac1 }) => formatScore(ac1, 2) },
  { id: "lenient", header: "Only it passes", numeric: true, cell: (row) => formatCount(row.tooLenient) },
  { id: "strict", header: "Only people pass", numeric: true, cell: (row) => formatCount(row.tooStrict) },
];

function Bounded({ value, interval }: { value: string; interval: string | null }) {
  return (
    <span className="whitespace-nowrap">
      {value} <span className="text-faint text-xs">{interval}</span>
    </span>
  );
}

function explanation(agreements: readonly GraderAgreement[]): string {
  const undecided = Math.max(...agreements.map((agreement) => agreement.undecided));
  return [
    "Kappa is agreement beyond chance: 1 is always, 0 is no better than guessing. It falls where one verdict is rare; AC1 does not.",
    "Same verdict: Wilson, 95 %; kappa: normal interval, 95 %.",
    ...(agreements.some(({ hasRepeatedCases }) => hasRepeatedCases)
      ? ["Some cases were judged more than once, so the intervals are a little too narrow."]
      : []),
    ...(undecided > 0
      ? [
          `People are of two minds about ${undecided} ${undecided === 1 ? "answer" : "answers"}, left out here.`,
        ]
      : []),
  ].join(" ");
}
