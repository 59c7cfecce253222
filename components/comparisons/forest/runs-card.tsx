import Link from "next/link";
import { ForestPlot } from "#components/charts/forest/forest-plot.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { ComparedRun } from "#lib/comparisons/compared-run.ts";
import type { ComparedRunSummary, ComparisonResult } from "#lib/comparisons/comparison.ts";
import { formatP } from "#lib/comparisons/rules/difference-words.ts";
import { compareHref } from "../compare-href.ts";
import { methodsOf, plotRow } from "./plot-row.ts";

export type RunsCardProps = {
  baseline: ComparedRun;
  result: ComparisonResult;
  /** Every run of the address. */
  runIds: readonly string[];
  /** What of the address stays when another run comes into focus. */
  kept: Readonly<Record<string, string>>;
};

/** More than two runs: one test over all of them, then every run against the baseline. Choosing one brings it into focus. */
export function RunsCard({ baseline, result, runIds, kept }: RunsCardProps) {
  const { candidates, overall, family, margin, candidate } = result;
  const rows = candidates.map(({ row }) => row);
  return (
    <Card
      title={`Every run against run ${baseline.number}`}
      description={overallWords(overall, runIds.length)}
      footer={`${methodsOf(rows)}; Holm's correction for ${family} runs. 95 % intervals.`}
    >
      <ForestPlot
        label="Paired difference of every run"
        margin={-margin}
        formatTick={(value) =>
          `${value > 0 ? "+" : ""}${Number((value * 100).toFixed(1))}`.replace("-", "\u2212")
        }
        groups={[
          {
            id: "runs",
            label: "Choose the run that the rest of the page is about",
            rows: candidates.map((one) => ({
              ...plotRow(one.row, margin),
              label: (
                <Focus
                  summary={one}
                  isChosen={one.run.id === candidate.run.id}
                  href={compareHref(runIds, { ...kept, against: one.run.id })}
                />
              ),
            })),
          },
        ]}
      />
    </Card>
  );
}

type FocusProps = { summary: ComparedRunSummary; isChosen: boolean; href: string };

function Focus({ summary: { run, withheld }, isChosen, href }: FocusProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      className={
        isChosen ? "rounded-sm font-medium text-accent" : "rounded-sm underline-offset-3 hover:underline"
      }
    >
      Run {run.number} <span className="font-normal text-muted">{run.model.name}</span>
      {withheld !== "nothing" && <span className="font-normal text-faint text-xs"> see its notes</span>}
    </Link>
  );
}

function overallWords(overall: ComparisonResult["overall"], runs: number): string {
  if (overall === null) {
    return "No single test covers runs with repetitions or dependent cases, so each run is tested against the baseline.";
  }
  const { n, pValue, q, method } = overall;
  const basis = `${method}: Q = ${q.toFixed(1)}, p ${formatP(pValue)}, n ${n.toLocaleString("en")} cases with a verdict in all ${runs} runs`;
  return pValue <= 0.05
    ? `The runs differ by more than chance. ${basis}. Which ones do is tested below.`
    : `The runs do not differ by more than chance, so no single run is called better or worse. ${basis}.`;
}
