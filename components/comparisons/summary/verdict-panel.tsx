import { ArrowDown, ArrowUp, CircleHelp } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { Stat, StatRow } from "#components/ui/display/stat.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent, formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import type { Comparison } from "#lib/comparisons/get-comparison.ts";
import { differenceWords } from "#lib/comparisons/rules/difference-words.ts";
import { differenceMethod } from "#lib/comparisons/rules/paired-difference.ts";

const marks = {
  better: { Icon: ArrowUp, style: "bg-positive-soft text-positive" },
  worse: { Icon: ArrowDown, style: "bg-negative-soft text-negative" },
  unclear: { Icon: CircleHelp, style: "bg-pressed text-muted" },
};
const wilson = "95 % Wilson interval, on the cases judged in both runs";

/** The verdict in words, then the numbers that it rests on, baseline beside candidate. */
export function VerdictPanel({ comparison }: { comparison: Comparison }) {
  const { baseline, candidate, difference, withheld } = comparison;
  const words = differenceWords(
    difference,
    { baseline: `run ${baseline.number}`, candidate: `run ${candidate.number}` },
    { withheld: withheld !== "nothing" },
  );
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
        </div>
      </div>
      <StatRow>
        <Stat
          label={`A: pass rate of run ${baseline.number}`}
          value={formatPercent(difference?.baseline.estimate)}
          interval={difference && formatInterval([difference.baseline.lower, difference.baseline.upper])}
          n={difference?.n}
          method={wilson}
        />
        <Stat
          label={`B: pass rate of run ${candidate.number}`}
          value={formatPercent(difference?.candidate.estimate)}
          interval={difference && formatInterval([difference.candidate.lower, difference.candidate.upper])}
          n={difference?.n}
          method={wilson}
        />
        <Stat
          label="Paired difference, B − A"
          value={formatPercentagePoints(difference?.difference)}
          interval={difference && formatInterval([difference.lower, difference.upper])}
          n={difference?.n}
          method={differenceMethod}
          chosen
        />
        <Stat
          label="p95 latency, A → B"
          value={
            <SideBySide
              a={formatMs(baseline.scores?.latencyP95Ms)}
              b={formatMs(candidate.scores?.latencyP95Ms)}
            />
          }
          detail={answersDetail(comparison)}
        />
        <Stat
          label="Cost of the run, A → B"
          value={<SideBySide a={costOf(baseline)} b={costOf(candidate)} />}
          detail={answersDetail(comparison)}
        />
      </StatRow>
    </section>
  );
}

function SideBySide({ a, b }: { a: string; b: string }) {
  return (
    <span className="text-lg">
      {a} <span className="font-normal text-faint">→</span> {b}
    </span>
  );
}

function costOf({ scores }: Comparison["baseline"]): string {
  return scores === null ? "–" : formatMicroUsd(scores.costMicroUsd);
}

/** Latency and cost are of whole runs, and no test stands behind them. */
function answersDetail({ baseline, candidate }: Comparison): string {
  const answers = ({ scores }: Comparison["baseline"]) =>
    scores === null
      ? "not ended"
      : `n ${(scores.passed + scores.failed + scores.unscored).toLocaleString("en")}`;
  return `All answers of each run: ${answers(baseline)}, ${answers(candidate)}; no test`;
}
