import { StackedBar } from "#components/charts/stacked-bar.tsx";
import { StaticTable } from "#components/table/static-table.tsx";
import { Measure } from "#components/ui/display/measure.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { MeanOverCases, Repetitions } from "#lib/scorecards/scorecard.ts";
import { noiseSentence } from "./noise-sentence.ts";
import { PassOfKChart } from "./pass-of-k-chart.tsx";
import { shownKs } from "./shown-ks.ts";

export type RepetitionsSectionProps = { runId: string; repetitions: Repetitions };

/** What several attempts at each case tell: how steady it is, and how often one or all of k attempts pass. */
export function RepetitionsSection({ runId, repetitions }: RepetitionsSectionProps) {
  const { planned, stability, passOfK, agreement, samplingNoiseShare, nothingScored, incomplete, clusters } =
    repetitions;
  const ks = shownKs(planned);
  const noise = noiseSentence(samplingNoiseShare, planned);
  return (
    <Card
      title={`${formatCount(planned)} repetitions of each case`}
      description={`A case is steady when all its scored attempts have the same verdict. Means are over cases, ${intervalWords(clusters)}; n is cases.`}
    >
      <div className="grid min-w-0 gap-x-8 gap-y-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <StackedBar
            label="Cases by how often they passed"
            segments={[
              {
                key: "always",
                label: "Always pass",
                value: stability.always,
                tone: "passed",
                href: runCasesHref(runId, { view: "all", stability: "always" }),
              },
              {
                key: "sometimes",
                label: "Sometimes",
                value: stability.sometimes,
                tone: "neutral",
                href: runCasesHref(runId, { view: "all", stability: "sometimes" }),
              },
              {
                key: "never",
                label: "Never",
                value: stability.never,
                tone: "failed",
                href: runCasesHref(runId, { view: "all", stability: "never" }),
              },
            ]}
          />
          <p className="text-sm">
            Two attempts at the same case agree with a chance of <Mean of={agreement} clusters={clusters} />
            {noise !== null && <span className="mt-1.5 block text-muted">{noise}</span>}
          </p>
          {nothingScored + incomplete > 0 && (
            <p className="tabular text-muted text-xs">{leftOut(nothingScored, incomplete, planned)}</p>
          )}
          <div className="overflow-hidden rounded-md border">
            <StaticTable
              label="pass@k and pass^k"
              rows={passOfK.filter((row) => ks.includes(row.k))}
              getRowId={(row) => String(row.k)}
              columns={[
                { id: "k", header: "k", className: "w-10 min-w-10", cell: (row) => row.k },
                {
                  id: "n",
                  header: "n",
                  numeric: true,
                  className: "text-muted",
                  cell: (row) => formatCount(row.any?.cases ?? 0),
                },
                {
                  id: "any",
                  header: "pass@k",
                  numeric: true,
                  cell: (row) => <Mean of={row.any} clusters={clusters} withoutN />,
                },
                {
                  id: "all",
                  header: "pass^k",
                  numeric: true,
                  cell: (row) => <Mean of={row.all} clusters={clusters} withoutN />,
                },
              ]}
            />
          </div>
        </div>
        <div className="min-w-0">
          <PassOfKChart passOfK={passOfK} />
          <p className="mt-2 text-muted text-xs">
            pass@k: the chance that at least one of k attempts at a case passes. pass^k: the chance that all k
            pass. Both are unbiased estimates from the {formatCount(planned)} attempts at each case.
          </p>
        </div>
      </div>
    </Card>
  );
}

type MeanProps = { of: MeanOverCases | null; clusters: number | null; withoutN?: true };

function Mean({ of, clusters, withoutN }: MeanProps) {
  if (of === null) return <span className="text-faint">not known</span>;
  return (
    <Measure
      value={formatPercent(of.estimate)}
      interval={formatInterval([of.lower, of.upper])}
      n={withoutN ? null : of.cases}
      method={
        clusters === null
          ? "Mean over cases, 95 % t interval; Wilson where all cases are alike"
          : `Mean over cases, 95 % clustered t interval (CR2) over ${groupsText(clusters)}; Wilson over groups where all cases are alike`
      }
    />
  );
}

function intervalWords(clusters: number | null): string {
  return clusters === null
    ? "with 95 % t intervals"
    : `with 95 % clustered t intervals (CR2) over ${groupsText(clusters)} of cases that belong together`;
}

function groupsText(clusters: number): string {
  return `${formatCount(clusters)} ${clusters === 1 ? "group" : "groups"}`;
}

function leftOut(nothingScored: number, incomplete: number, planned: number): string {
  const parts = [
    nothingScored > 0 &&
      `${formatCount(nothingScored)} without a scored attempt are in none of these numbers`,
    incomplete > 0 &&
      `${formatCount(incomplete)} with fewer than ${formatCount(planned)} scored attempts count for the smaller k only`,
  ];
  return `Cases: ${parts.filter(Boolean).join("; ")}.`;
}
