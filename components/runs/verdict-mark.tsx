import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL, type OutcomeTone } from "#components/ui/feedback/outcome-fill.ts";

export type Verdict = "passed" | "failed" | "unscored" | "errored";

const marks: Record<Verdict | "waiting", { label: string; tone: OutcomeTone }> = {
  passed: { label: "Passed", tone: "passed" },
  failed: { label: "Failed", tone: "failed" },
  unscored: { label: "Unscored", tone: "unscored" },
  errored: { label: "Errored", tone: "errored" },
  waiting: { label: "Waiting to be graded", tone: "pending" },
};

/** A verdict in words, with the colour that it has in every bar. */
export function VerdictMark({ verdict, className }: { verdict: Verdict | null; className?: string }) {
  const { label, tone } = marks[verdict ?? "waiting"];
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <span
        aria-hidden
        className={cx("size-2.5 shrink-0 rounded-[2px] border border-text/15", OUTCOME_FILL[tone])}
      />
      {label}
    </span>
  );
}
