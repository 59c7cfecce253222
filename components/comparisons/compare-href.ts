/** The address of a comparison; the first run is the baseline. */
export function compareHref(runIds: readonly string[], rest: Readonly<Record<string, string>> = {}): string {
  return `/compare?${new URLSearchParams({ runs: runIds.join(","), ...rest }).toString().replaceAll("%2C", ",")}`;
}
