import { isHopeless } from "#lib/providers/failures/is-hopeless.ts";
import type { ProviderError } from "#lib/providers/provider-error.ts";

export const hopelessToOpen = 5;
const failuresToOpen = 10;
const failingForMs = 20_000;

type Failure = Pick<ProviderError, "errorClass" | "code" | "status">;

export type CircuitBreaker = {
  succeeded(): void;
  /** A call failed. Gives the reason to pause the whole run, in the server's own words, or null to go on. */
  failed(failure: Failure & { message: string }): string | null;
};

/**
 * Watches calls and opens when it makes no sense to go on: several in a row that say every further call would fail the same way (a
 * revoked key), or a server that has answered none of many calls for a while. One good answer closes it. Being told "too many" is
 * no failure: the limits see to that.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function createCircuitBreaker(now: () => number): CircuitBreaker {
  let hopeless = 0;
  let failing = 0;
  let failingSince = 0;
  return {
    succeeded() {
      hopeless = 0;
      failing = 0;
    },
    failed(failure) {
      hopeless = isHopeless(failure) ? hopeless + 1 : 0;
      if (hopeless >= hopelessToOpen) return failure.message;
      if (failure.errorClass !== "transient") return null;
      if (failing === 0) failingSince = now();
      failing += 1;
      const seconds = Math.round((now() - failingSince) / 1_000);
      if (failing < failuresToOpen || now() - failingSince < failingForMs) return null;
      return `The provider has not answered for ${seconds} seconds. The last of ${failing} calls: ${failure.message}`;
    },
  };
}
