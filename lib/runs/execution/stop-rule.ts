import type { AttemptRecord } from "./attempt-record.ts";

/** Statuses that the next case would get as well: wrong key, no permission, no such model or address. */
const hopelessStatuses = [401, 403, 404];
const failuresToStop = 5;

/**
 * Watches ended attempts and gives the reason to stop the whole run, in the server's own words: several answers in a row that say
 * every further call would fail the same way. One answer in between clears the count.
 */
export function createStopRule(): (attempt: AttemptRecord) => string | null {
  let inARow = 0;
  return (attempt) => {
    const hopeless = attempt.outcome === "errored" && hopelessStatuses.includes(attempt.status ?? 0);
    inARow = hopeless ? inARow + 1 : 0;
    return hopeless && inARow >= failuresToStop ? attempt.errorMessage : null;
  };
}
