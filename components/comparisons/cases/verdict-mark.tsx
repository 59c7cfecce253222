import { StatusDot, type StatusTone } from "#components/ui/status-dot.tsx";
import type { CaseVerdict } from "#lib/comparisons/cases/list-compared-cases.ts";

const tones: Record<CaseVerdict, StatusTone> = {
  passed: "positive",
  failed: "negative",
  unscored: "neutral",
  errored: "warning",
};

/** A verdict in words with its mark. An attempt without one has not been graded yet. */
export function VerdictMark({ verdict }: { verdict: CaseVerdict | null }) {
  if (verdict === null) return <StatusDot tone="active">not graded</StatusDot>;
  return <StatusDot tone={tones[verdict]}>{verdict}</StatusDot>;
}
