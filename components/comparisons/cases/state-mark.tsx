import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL, type OutcomeTone } from "#components/ui/feedback/outcome-fill.ts";
import { type CaseState, caseStateExplanations, caseStateLabels } from "#lib/comparisons/rules/case-state.ts";

const tones: Record<CaseState, OutcomeTone> = {
  passed: "passed",
  mixed: "neutral",
  failed: "failed",
  errored: "errored",
  unscored: "unscored",
  missing: "pending",
  absent: "pending",
};

/**
 * What came of a case in one run, in words; with several attempts, how many of them passed. The colour is that of the verdict, which is
 * no change and so neither green nor red.
 */
export function StateMark({ state, rate = null }: { state: CaseState; rate?: number | null }) {
  return (
    <span title={caseStateExplanations[state]} className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span
        aria-hidden
        className={cx("size-2.5 shrink-0 rounded-[2px] border border-text/15", OUTCOME_FILL[tones[state]])}
      />
      {state === "mixed" && rate !== null ? `${Math.round(rate * 100)} % passed` : caseStateLabels[state]}
    </span>
  );
}
