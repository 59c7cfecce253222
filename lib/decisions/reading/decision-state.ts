export const decisionStates = ["in force", "re-opened", "expired", "superseded"] as const;
export type DecisionState = (typeof decisionStates)[number];

type Facts = { supersededById: string | null; expiresAt: Date | null };

/** What a decision is worth now. What is superseded stays so; what is re-opened says it even when its time is over as well. */
export function decisionState(
  { supersededById, expiresAt }: Facts,
  reasons: number,
  now: Date,
): DecisionState {
  if (supersededById !== null) return "superseded";
  if (reasons > 0) return "re-opened";
  return expiresAt !== null && expiresAt <= now ? "expired" : "in force";
}
