"use client";

import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { ServerHealth } from "#lib/models/servers/get-server-health.ts";

const everyMs = 5_000;

/** What a self-hosted server tells about itself, asked again while the page is looked at; null where it tells nothing. */
export function useServerHealth(connectionId: string): ServerHealth | null {
  const [health, setHealth] = useState<ServerHealth | null>(null);
  useEffect(() => {
    const request = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look() {
      const address = `/api/v1/connections/${connectionId}/server`;
      const found = document.hidden
        ? undefined
        : await fetchJson<{ health: ServerHealth | null }>(address, request.signal).catch(() => undefined);
      if (request.signal.aborted) return;
      if (found !== undefined) setHealth(found.health);
      // A server without metrics has none in five seconds either.
      if (found?.health !== null) timer = setTimeout(look, everyMs);
    }
    void look();
    return () => {
      request.abort();
      clearTimeout(timer);
    };
  }, [connectionId]);
  return health;
}
