import type { ErrorCode, ProviderError } from "../provider-error.ts";

/** What the next call would get as well: wrong key, no permission, no such model or address, no money left. */
const hopelessStatuses = [401, 403, 404];
const hopelessCodes: readonly ErrorCode[] = ["auth", "quota"];

/** Whether every other call would fail the same way. */
export function isHopeless({
  errorClass,
  code,
  status,
}: Pick<ProviderError, "errorClass" | "code" | "status">): boolean {
  return (
    errorClass === "permanent" && (hopelessStatuses.includes(status ?? 0) || hopelessCodes.includes(code))
  );
}
