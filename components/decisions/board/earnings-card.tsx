import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Measure } from "#components/ui/display/measure.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Board, Earning } from "#lib/decisions/board/board-schema.ts";
import { doubtWords, earningsWords } from "#lib/decisions/exporting/earnings-words.ts";

const even = {
  proven: "it does, proven",
  "not proven": "not proven",
  "proven not to": "it does not, proven",
};

/** What each model earns in a month, how sure its distance to the first is, and when the choice would flip. */
export function EarningsCard({ board: { earnings, candidates } }: { board: Board }) {
  if (earnings === null) return null;
  const nameOf = (runId: string) => candidates.find(({ run }) => run.id === runId)?.model.name ?? "";
  const { stakes, bestRunId, rows } = earnings;
  const best = candidates.find(({ run }) => run.id === bestRunId);
  const columns: StaticColumn<Earning>[] = [
    { id: "model", header: "Model", cell: ({ runId }) => nameOf(runId) },
    {
      id: "month",
      header: "Earns a month",
      numeric: true,
      cell: ({ monthlyMicroUsd }) => <span className="font-medium">{money(monthlyMicroUsd)}</span>,
    },
    {
      id: "behind",
      header: "Behind the first",
      numeric: true,
      cell: ({ behind, runId }) =>
        behind === null ? (
          <span className="text-faint">{runId === bestRunId ? "the first" : "no shared cases"}</span>
        ) : (
          <Measure
            value={money(behind.value)}
            interval={`[${money(behind.lower)}, ${money(behind.upper)}]`}
            method={`95 % interval of the paired difference: ${behind.method}`}
          />
        ),
    },
    {
      id: "even",
      header: "Breaks even from",
      numeric: true,
      cell: ({ breakEvenRate, breaksEven }) => (
        <span title={even[breaksEven]}>
          {breakEvenRate === null ? "never" : formatPercent(breakEvenRate)}
          <span className="block text-faint text-xs">{even[breaksEven]}</span>
        </span>
      ),
    },
    {
      id: "flip",
      header: "Flips when the first costs",
      numeric: true,
      cell: ({ flipsAtMicroUsd }) =>
        flipsAtMicroUsd === null ? (
          ""
        ) : (
          <span>
            {money(flipsAtMicroUsd)}
            <span className="block text-faint text-xs">
              {timesWords(flipsAtMicroUsd, best?.costPer1000?.value ?? 0)}
            </span>
          </span>
        ),
    },
  ];
  return (
    <Card
      flush
      title="Which model earns most"
      description={earningsWords(earnings, nameOf)}
      footer={`“Breaks even from” is the pass rate at which value, damage and cost cancel; proven by the limit of its 95 % interval. “Flips” is the cost of 1,000 requests of the first model at which the other one earns as much. ${formatCount(stakes.requestsPerMonth)} requests a month; a right answer is worth ${money(stakes.valueOfRightMicroUsd)}, a wrong one costs ${money(stakes.costOfWrongMicroUsd)}. ${doubtWords(earnings)} Attempts without a verdict are not counted.`}
      className="break-inside-avoid"
    >
      <StaticTable
        label="Earnings"
        columns={columns}
        rows={rows}
        getRowId={({ runId }) => runId}
        isChosen={({ runId }) => runId === bestRunId}
      />
    </Card>
  );
}

/** Whole dollars from a hundred on: cents of an estimate of thousands say nothing. */
function money(microUsd: number): string {
  if (Math.abs(microUsd) < 100_000_000) return formatMicroUsd(microUsd);
  const dollars = Math.round(Math.abs(microUsd) / 1_000_000).toLocaleString("en-US");
  return `${microUsd < 0 ? "\u2212" : ""}$${dollars}`;
}

function timesWords(price: number, now: number): string {
  if (now <= 0) return "per 1,000 requests";
  return `${(price / now).toFixed(price / now < 10 ? 1 : 0)} times its cost now`;
}
