import { percentAlong } from "#components/charts/scale/linear-scale.ts";
import type { RuleOutcome } from "#lib/gates/policy/rule-outcome.ts";

const width = 132;
const height = 22;
const middle = height / 2;

/** Rules that are decided by the limits. The cost is decided by its mean, so its interval would be coloured for no reason. */
const byLimits: readonly RuleOutcome["rule"][] = ["pass rate", "regression", "slice", "latency"];

/** Where the interval lies against the bar. The sentence beside it says the same, so it is hidden from screen readers. */
export function IntervalStrip({
  rule,
}: {
  rule: Pick<RuleOutcome, "rule" | "value" | "lower" | "upper" | "bar" | "verdict">;
}) {
  const { value, lower, upper, bar, verdict } = rule;
  if (!byLimits.includes(rule.rule) || value === null || (lower === null && upper === null)) return null;
  const ends = [value, bar, lower, upper].filter((end) => end !== null);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || 1) * 0.12;
  const x = (at: number) => 3 + (percentAlong([least - room, most + room], at) / 100) * (width - 6);
  const colour =
    verdict === "pass" ? "var(--positive)" : verdict === "fail" ? "var(--negative)" : "var(--text-muted)";
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="shrink-0"
    >
      <line x1={0} x2={width} y1={middle} y2={middle} stroke="var(--border)" />
      <line x1={x(bar)} x2={x(bar)} y1={2} y2={height - 2} stroke="var(--text)" strokeWidth={1.5} />
      <line
        x1={lower === null ? 0 : x(lower)}
        x2={upper === null ? width : x(upper)}
        y1={middle}
        y2={middle}
        stroke={colour}
        strokeWidth={3}
        // A limit that cannot be estimated has no end.
        strokeDasharray={lower === null || upper === null ? "3 2" : undefined}
      />
      <circle cx={x(value)} cy={middle} r={4} fill={colour} stroke="var(--surface)" strokeWidth={1.5} />
    </svg>
  );
}
