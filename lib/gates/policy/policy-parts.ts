import type { Policy } from "./policy-schema.ts";

/** Whether a policy asks for anything at all. One that does not would pass every run. */
export function asksForNothing(policy: Policy): boolean {
  const { slices, ...parts } = policy;
  return slices.length === 0 && Object.values(parts).every((part) => part === null);
}
