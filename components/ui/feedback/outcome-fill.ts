export type OutcomeTone = "accent" | "passed" | "failed" | "errored" | "unscored" | "pending" | "neutral";

// Green and red are kept for proven change, so outcomes take other colours; what was not measured is hatched.
export const OUTCOME_FILL: Record<OutcomeTone, string> = {
  accent: "bg-accent",
  passed: "bg-series-3",
  failed: "bg-series-2",
  errored: "bg-[repeating-linear-gradient(135deg,var(--series-8)_0_3px,var(--surface)_3px_5px)]",
  unscored: "bg-[repeating-linear-gradient(135deg,var(--border-strong)_0_3px,var(--surface)_3px_5px)]",
  pending: "bg-pressed",
  neutral: "bg-series-8",
};
