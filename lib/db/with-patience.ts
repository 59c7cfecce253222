import { setTimeout as sleep } from "node:timers/promises";
import { isPassingFailure } from "./is-passing-failure.ts";

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/** Does `work` again as long as the database is away, up to `patienceMs`: for what must not be lost. It must be safe to do twice. */
export async function withPatience<Value>(patienceMs: number, work: () => Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassingFailure(error) || performance.now() - startedAt > patienceMs) throw error;
      await sleep(pauseMs);
    }
  }
}
