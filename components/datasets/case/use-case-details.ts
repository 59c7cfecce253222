"use client";

import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { CaseDetails } from "#lib/datasets/cases/get-case.ts";

type Loaded = { key: string; details: CaseDetails | null; error: string | null };

/** The case that is open. While the next one is on its way, the last one stays out of sight. */
export function useCaseDetails(datasetId: string, caseKey: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads the same case again
  useEffect(() => {
    const request = new AbortController();
    const address = `/api/v1/datasets/${datasetId}/case?${new URLSearchParams({ key: caseKey })}`;
    fetchJson<CaseDetails>(address, request.signal)
      .then((details) => setLoaded({ key: caseKey, details, error: null }))
      .catch((error: unknown) => {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The case could not be read.";
        setLoaded({ key: caseKey, details: null, error: message });
      });
    return () => request.abort();
  }, [datasetId, caseKey, round]);

  const isCurrent = loaded?.key === caseKey;
  return {
    details: isCurrent ? loaded.details : null,
    error: isCurrent ? loaded.error : null,
    reload: () => setRound((old) => old + 1),
  };
}
