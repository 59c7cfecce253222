"use client";

import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { ComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";

type Loaded = { address: string; found: ComparedCase | null; error: string | null };

/** The case that is open, as the filter of `query` leads to and from it. The last one stays while the next is on its way. */
export function useComparedCase(query: string, { key, repetition }: { key: string; repetition: number }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const address = `/api/v1/comparisons/case?${query}&${new URLSearchParams({ key, repetition: String(repetition) })}`;

  useEffect(() => {
    const request = new AbortController();
    fetchJson<ComparedCase>(address, request.signal)
      .then((found) => setLoaded({ address, found, error: null }))
      .catch((error: unknown) => {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The case could not be read. Try again.";
        setLoaded({ address, found: null, error: message });
      });
    return () => request.abort();
  }, [address]);

  const isCurrent = loaded?.address === address;
  return {
    found: isCurrent ? loaded.found : null,
    error: isCurrent ? loaded.error : null,
    /** The one before, to show dimmed until the next has come. */
    previous: isCurrent ? null : (loaded?.found ?? null),
  };
}
