import type { Api } from "../api/connect.ts";
import type { commandHelp } from "../help.ts";
import type { FlagKinds, Flags } from "../reading/read-flags.ts";

export type Command = {
  name: keyof typeof commandHelp;
  flags: FlagKinds;
  /** Resolves to the exit code. */
  run(api: Api, flags: Flags): Promise<number>;
};

const minuteMs = 60_000;
const mostMinutes = 7 * 24 * 60;

/** How long --wait waits, in milliseconds; null is as long as it takes. */
export function timeoutMs(flags: Flags): number | null {
  const minutes = flags.count("timeout", mostMinutes);
  return minutes === undefined ? null : minutes * minuteMs;
}
