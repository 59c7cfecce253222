import type { CallLimits } from "./call-limits.ts";

const callsAtATime = 4;

/** For trying a grader: a few calls at a time, a few tries, and nobody to tell. */
export function createPlainLimits(signal: AbortSignal): CallLimits {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let blockedUntil = 0;
  const leave = () => {
    underWay -= 1;
    waiting.shift()?.();
  };
  return {
    async enter() {
      while (underWay >= callsAtATime) await new Promise<void>((resolve) => waiting.push(resolve));
      underWay += 1;
      const pauseMs = blockedUntil - performance.now();
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (signal.aborted) {
        leave();
        return null;
      }
      return {
        end(how) {
          if (how.type === "limited") blockedUntil = Math.max(blockedUntil, performance.now() + how.pauseMs);
          leave();
        },
      };
    },
    halted: signal,
    succeeded: () => undefined,
    failed: () => undefined,
    maxTries: 3,
    hopelessTries: 1,
  };
}
