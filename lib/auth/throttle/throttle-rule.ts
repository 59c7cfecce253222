export const failuresAllowed = 8;
const windowMs = 15 * 60_000;
const blockMs = 15 * 60_000;

export type ThrottleState = { failures: number; windowStartAt: Date; blockedUntil: Date | null };

/** The state after one more failed sign-in at `now`: the eighth within a quarter of an hour blocks for the next one. */
export function afterFailure(state: ThrottleState | null, now: Date): ThrottleState {
  const expired = state === null || now.getTime() - state.windowStartAt.getTime() >= windowMs;
  const failures = expired ? 1 : state.failures + 1;
  return {
    failures,
    windowStartAt: expired ? now : state.windowStartAt,
    blockedUntil: failures >= failuresAllowed ? new Date(now.getTime() + blockMs) : null,
  };
}

export function isBlocked(state: ThrottleState | null, now: Date): boolean {
  return state?.blockedUntil != null && state.blockedUntil > now;
}
