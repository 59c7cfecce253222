import { Stat, StatRow } from "#components/ui/display/stat.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import type { Quantiles, Scorecard } from "#lib/scorecards/scorecard.ts";
import { runMethod } from "#lib/scorecards/words/run-method.ts";
import { intervalMethod } from "../interval-method.ts";
import { CostStats } from "./cost-stats.tsx";
import { LatencyStat } from "./latency-stat.tsx";
import { limitsText } from "./limits-text.ts";

export type HeadlineStatsProps = { scorecard: Scorecard; repetitions: number };

/** The figures that a run is judged by, each with its n. */
export function HeadlineStats({ scorecard, repetitions }: HeadlineStatsProps) {
  const { passRate, latencyMs, timeToFirstTokenMs, tokensPerSecond, tokens, unit } = scorecard;
  const method = runMethod(scorecard, repetitions, { score: "binary", question: "estimate" });
  return (
    <StatRow>
      <Stat
        label="Pass rate"
        chosen
        value={formatPercent(passRate?.estimate)}
        interval={passRate && formatInterval([passRate.lower, passRate.upper])}
        n={passRate?.total ?? 0}
        method={`Passed of scored ${unit === "attempt" ? "cases" : "attempts"}, ${intervalMethod(method, unit, passRate)}`}
        detail={
          passRate?.effectiveTotal !== undefined &&
          `tells as much as ${formatCount(Math.max(1, Math.round(passRate.effectiveTotal)))} independent attempts`
        }
      />
      <LatencyStat which="p50" latency={latencyMs} />
      <LatencyStat which="p95" latency={latencyMs} />
      <Stat
        label="Time to first token"
        value={formatMs(timeToFirstTokenMs?.p50)}
        interval={timeToFirstTokenMs?.limits && limitsText(timeToFirstTokenMs.limits.p50, formatMs)}
        n={timeToFirstTokenMs?.n ?? 0}
        method="Median of the answers that arrived in pieces; order-statistic interval, 95 %"
        detail={latencyMs && firstTokenDetail(timeToFirstTokenMs)}
      />
      {tokensPerSecond !== null && (
        <Stat
          label="Tokens per second"
          value={formatNumber(tokensPerSecond.p50, 1)}
          interval={
            tokensPerSecond.limits && limitsText(tokensPerSecond.limits, (value) => formatNumber(value, 1))
          }
          n={tokensPerSecond.n}
          method="Median over answers of completion tokens over the time from the request to the end of the answer; order-statistic interval, 95 %"
          detail={`p50; the slowest 5 % below ${formatNumber(tokensPerSecond.p05, 1)}`}
        />
      )}
      <Stat
        label="Tokens"
        value={tokens.n === 0 ? "–" : formatCount(tokens.prompt + tokens.completion)}
        n={tokens.n}
        method="Sum over the answers for which the server reported counts"
        detail={tokens.n === 0 ? latencyMs && "none reported" : tokenDetail(tokens)}
      />
      <CostStats scorecard={scorecard} repetitions={repetitions} />
    </StatRow>
  );
}

function firstTokenDetail(quantiles: Quantiles | null): string {
  return quantiles === null ? "answers did not arrive in pieces" : `p50; p95 ${formatMs(quantiles.p95)}`;
}

function tokenDetail({
  prompt,
  completion,
  cached,
  cachedN,
  reasoning,
  reasoningN,
}: Scorecard["tokens"]): string {
  const read = cachedN > 0 && cached > 0 ? ` (${formatCount(cached)} from the provider's cache)` : "";
  const thought = reasoningN > 0 && reasoning > 0 ? ` (${formatCount(reasoning)} for reasoning)` : "";
  return `${formatCount(prompt)} in${read}, ${formatCount(completion)} out${thought}`;
}
