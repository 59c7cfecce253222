import { StatusDot, type StatusTone } from "#components/ui/status-dot.tsx";
import { type CaseState, caseStateExplanations, caseStateLabels } from "#lib/comparisons/rules/case-state.ts";

const tones: Record<CaseState, StatusTone> = {
  passed: "positive",
  mixed: "info",
  failed: "negative",
  errored: "warning",
  unscored: "neutral",
  missing: "neutral",
  absent: "neutral",
};

/** What came of a case in one run, in words with its mark; with several attempts, how many of them passed. */
export function StateMark({ state, rate = null }: { state: CaseState; rate?: number | null }) {
  return (
    <span title={caseStateExplanations[state]}>
      <StatusDot tone={tones[state]}>
        {state === "mixed" && rate !== null ? `${Math.round(rate * 100)} % passed` : caseStateLabels[state]}
      </StatusDot>
    </span>
  );
}
