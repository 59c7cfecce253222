import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "../command-error.ts";
import { note } from "../output.ts";
import type { ProgressAnswer, RunAnswer } from "./answers.ts";
import { type Api, Refusal, Unreachable } from "./connect.ts";

type Patience = {
  /** Null is as long as it takes. */
  timeoutMs: number | null;
  /** Before the first try again; doubled from try to try. */
  firstPauseMs?: number;
};

const mostFailures = 6;

/**
 * Where a run stands when it has ended. A server that goes away meanwhile, for an update, is asked again for about a minute.
 * @throws CommandError when the time is up or the server stays away.
 */
export async function waitForRun(
  api: Api,
  run: Pick<RunAnswer, "id" | "number">,
  { timeoutMs, firstPauseMs = 1_000 }: Patience,
): Promise<ProgressAnswer> {
  const signal = timeoutMs === null ? undefined : AbortSignal.timeout(timeoutMs);
  let seen: ProgressAnswer | null = null;
  let failures = 0;
  try {
    for (;;) {
      try {
        for await (const progress of api.events<ProgressAnswer>(`/api/v1/runs/${run.id}/events`, signal)) {
          failures = 0;
          report(run, seen, progress);
          seen = progress;
          if (progress.ended) return progress;
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof Refusal && error.status < 500) throw error;
      }
      // A stream ends by itself after some minutes; what ends without a word is counted as a failure.
      await delay(firstPauseMs * 2 ** failures, undefined, { signal });
      failures += 1;
      if (failures > mostFailures) throw new Unreachable(api.page(""), "");
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
    const stand = seen === null ? "" : ` (${seen.done} of ${seen.planned} answers are in)`;
    throw new CommandError(`Run ${run.number} has not ended in time${stand}. It goes on; ask again later.`);
  }
}

/** A line for each tenth, and for each change of state: a log of CI keeps every one. */
function report(run: Pick<RunAnswer, "number">, before: ProgressAnswer | null, now: ProgressAnswer): void {
  if (now.ended || (before !== null && stepOf(before) === stepOf(now))) return;
  const why = now.stateReason === null ? "" : `: ${now.stateReason}`;
  note(`Run ${run.number} is ${now.state}, ${now.done} of ${now.planned} answers${why}`);
}

function stepOf({ state, done, planned }: ProgressAnswer): string {
  return `${state} ${Math.floor((10 * done) / Math.max(1, planned))}`;
}
