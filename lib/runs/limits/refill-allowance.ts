/** How much of a minute's allowance may be used at once after a quiet time, as a part of it. */
const burstPart = 1 / 12;

/**
 * A token bucket (Turner 1986): what may be used now, `elapsedMs` after `allowance` was true, when `perMinute` is allowed a minute.
 * At most a twelfth of a minute's allowance is saved up, but one whole unit always, so that a limit of 1 a minute is not a limit of 0.
 * May be below zero: what was used beyond the allowance is waited for.
 */
export function refillAllowance(allowance: number, perMinute: number, elapsedMs: number): number {
  const most = Math.max(1, perMinute * burstPart);
  return Math.min(most, allowance + (perMinute * Math.max(0, elapsedMs)) / 60_000);
}
