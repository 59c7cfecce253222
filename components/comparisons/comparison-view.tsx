import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import type { Comparison, ComparisonResult } from "#lib/comparisons/comparison.ts";
import type { QuantityDifference } from "#lib/comparisons/quantities/quantity-difference.ts";
import { costWords, latencyWords } from "#lib/comparisons/quantities/quantity-words.ts";
import { ForestCard } from "./forest/forest-card.tsx";
import { RunsCard } from "./forest/runs-card.tsx";
import { MatrixCard } from "./matrix/matrix-card.tsx";
import { AgreementCard } from "./quantities/agreement-card.tsx";
import { DistributionCard } from "./quantities/distribution-card.tsx";
import { ComparisonNotes } from "./summary/comparison-notes.tsx";
import { VerdictPanel } from "./summary/verdict-panel.tsx";

type PartProps = { comparison: Comparison; result: ComparisonResult };
type OverviewProps = PartProps & { kept: Readonly<Record<string, string>> };

/** What is said first: what to know before believing it, the verdict, and with several runs each of them. */
export function ComparisonOverview({ comparison, result, kept }: OverviewProps) {
  const { baseline, comparedIds, otherDatasets } = comparison;
  const { notes } = result.candidate;
  return (
    <>
      <ComparisonNotes notes={[...otherDatasets, ...notes.filter(({ tone }) => tone === "warning")]} />
      {result.candidates.length > 1 && (
        <RunsCard baseline={baseline} result={result} runIds={comparedIds} kept={kept} />
      )}
      <VerdictPanel baseline={baseline} result={result} />
    </>
  );
}

/** Where it changed: by grader and slice, from outcome to outcome, and how far the runs agree. */
export function ComparisonBreakdown({ comparison, result }: PartProps) {
  return (
    <>
      <ForestCard result={result} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <MatrixCard
          result={result}
          baseline={`run ${comparison.baseline.number}`}
          candidate={`run ${result.candidate.run.number}`}
        />
        <AgreementCard result={result} runs={comparedRuns(comparison)} />
      </div>
    </>
  );
}

/** Latency and cost of all runs side by side. */
export function ComparisonQuantities({ comparison, result }: PartProps) {
  const runs = comparedRuns(comparison);
  const { latency, cost, family } = result.quantities;
  const named = (runId: string) => ({
    baseline: `run ${comparison.baseline.number}`,
    candidate: `run ${runs.find(({ id }) => id === runId)?.number}`,
    family,
  });
  const test = (rows: readonly QuantityDifference[]) =>
    rows[0] === undefined ? "" : ` Between runs: ${rows[0].method}, each case once.`;
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <DistributionCard
        title="Latency"
        description="From sending the request to the end of the answer, every attempt that was answered."
        quantity={result.latency}
        runs={runs}
        format={formatMs}
        figures={[
          { label: "p50", of: (run) => run.p50 },
          { label: "p95", of: (run) => run.p95 },
        ]}
        method={`Order-statistic intervals, 95 %.${test(latency)} “Typically” is the geometric mean, which a few very slow answers do not move; the runs were made at different times, so the load of the server is in the difference`}
        claims={latency.map((row) => latencyWords(row, named(row.runId)))}
      />
      <DistributionCard
        title="Cost of an answer"
        description="At the prices of the run. An unknown cost is left out and counted as unknown, never as nothing."
        quantity={result.cost}
        runs={runs}
        format={preciseMoney}
        figures={[
          { label: "mean", of: (run) => run.mean },
          { label: "p95", of: (run) => run.p95 },
        ]}
        method={`t interval of the mean, order-statistic interval of p95, 95 %.${test(cost)}`.replace(
          /\.$/,
          "",
        )}
        claims={cost.map((row) => costWords(row, named(row.runId), preciseMoney))}
      />
      <ComparisonNotes notes={result.candidate.notes.filter(({ tone }) => tone === "info")} />
    </div>
  );
}

/** With one digit more than elsewhere: with two, a mean and both ends of its interval would often be written alike. */
const preciseMoney = (microUsd: number | null | undefined) => formatMicroUsd(microUsd, 3);

function comparedRuns({ comparedIds, runs }: Comparison) {
  return comparedIds.flatMap((id) => {
    const run = runs.find((one) => one.id === id);
    return run === undefined ? [] : [{ id, number: run.number, modelName: run.model.name }];
  });
}
