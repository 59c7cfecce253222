import { ArrowDown, ArrowUp, CircleHelp, Equal } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { Stat, StatRow } from "#components/ui/display/stat.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent, formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import type { ComparedRun } from "#lib/comparisons/compared-run.ts";
import type { ComparisonResult, QuantityDistribution } from "#lib/comparisons/comparison.ts";
import { differenceWords } from "#lib/comparisons/rules/difference-words.ts";

const marks = {
  better: { Icon: ArrowUp, style: "bg-positive-soft text-positive" },
  worse: { Icon: ArrowDown, style: "bg-negative-soft text-negative" },
  "no worse": { Icon: Equal, style: "bg-pressed text-text" },
  unclear: { Icon: CircleHelp, style: "bg-pressed text-muted" },
};

export type VerdictPanelProps = { baseline: ComparedRun; result: ComparisonResult };

/** The verdict on the run in focus in words, then the numbers that it rests on, baseline beside candidate. */
export function VerdictPanel({ baseline, result }: VerdictPanelProps) {
  const { candidate, margin, family } = result;
  const { comparison, claim, adjustedP, rates } = candidate.row;
  const names = { baseline: `run ${baseline.number}`, candidate: `run ${candidate.run.number}` };
  const words = differenceWords({ comparison, claim, adjustedP, family, margin, ...names });
  const { Icon, style } = marks[words.tone];
  return (
    <section aria-label="Verdict" className="flex flex-col gap-3">
      <div className="flex items-start gap-3">
        <span aria-hidden className={cx("mt-0.5 grid size-8 shrink-0 place-items-center rounded-md", style)}>
          <Icon className="size-4" />
        </span>
        <div className="min-w-0">
          <h2
            className={cx(
              "tabular font-semibold text-lg",
              words.tone === "better" && "text-positive",
              words.tone === "worse" && "text-negative",
            )}
          >
            {words.headline}
          </h2>
          <p className="max-w-prose text-muted text-sm">{words.detail}</p>
          {comparison !== null && <p className="max-w-prose text-faint text-xs">{comparison.why}</p>}
        </div>
      </div>
      <StatRow>
        <RateStat label={`Run ${baseline.number}, baseline`} rate={rates.baseline} />
        <RateStat label={`Run ${candidate.run.number}`} rate={rates.candidate} />
        <Stat
          label="Paired difference"
          value={formatPercentagePoints(comparison?.difference)}
          interval={comparison && formatInterval([comparison.lower, comparison.upper])}
          n={comparison?.n}
          method={comparison?.method ?? ""}
          detail="candidate minus baseline, 95 %"
          chosen
        />
        <BeforeAfter
          label="p95 latency"
          quantity={result.latency}
          runIds={[baseline.id, candidate.run.id]}
          of={(run) => run.p95}
          format={formatMs}
        />
        <BeforeAfter
          label="Mean cost per answer"
          quantity={result.cost}
          runIds={[baseline.id, candidate.run.id]}
          of={(run) => run.mean}
          format={formatMicroUsd}
        />
      </StatRow>
    </section>
  );
}

type Rate = ComparisonResult["candidate"]["row"]["rates"]["baseline"];

function RateStat({ label, rate }: { label: string; rate: Rate }) {
  return (
    <Stat
      label={label}
      value={formatPercent(rate?.estimate)}
      interval={rate && formatInterval([rate.lower, rate.upper])}
      n={rate?.cases}
      method={`${rate?.method ?? ""}, 95 %, on the cases with a verdict in both`}
      detail="passed of the shared cases"
    />
  );
}

function answersText([baseline = 0, candidate = 0]: readonly number[]): string {
  const both = [...new Set([baseline, candidate])].map((n) => n.toLocaleString("en"));
  return `n ${both.join(" and ")}`;
}

type Measured = { estimate: number; lower: number | null; upper: number | null };
type BeforeAfterProps = {
  label: string;
  quantity: QuantityDistribution;
  runIds: readonly [string, string];
  of: (run: QuantityDistribution["runs"][number]) => Measured | null;
  format: (value: number | null | undefined) => string;
};

function BeforeAfter({ label, quantity, runIds, of, format }: BeforeAfterProps) {
  const sides = runIds.map((id) => {
    const run = quantity.runs.find(({ runId }) => runId === id);
    const measured = run === undefined ? null : of(run);
    return { n: run?.n ?? 0, text: measured === null ? "unknown" : format(measured.estimate) };
  });
  return (
    <Stat
      label={label}
      value={
        <span className="text-lg">
          {sides[0]?.text} <span className="font-normal text-faint">→</span> {sides[1]?.text}
        </span>
      }
      detail={`baseline → candidate; ${answersText(sides.map(({ n }) => n))}, intervals below`}
    />
  );
}
