"use client";

import { useEffect, useState } from "react";
import { postJson } from "#components/ui/fetch-json.ts";
import type { PolicyInput } from "#lib/gates/policy/policy-schema.ts";
import type { PreviewedRun } from "#lib/gates/preview/previewed-run.ts";

const typingPauseMs = 300;

export type PolicyPreview = {
  runs: readonly PreviewedRun[] | null;
  /** A newer answer is on its way. */
  waiting: boolean;
  error: string | null;
};

/** What the latest runs would have got from the policy as it is typed. What was shown stays until the next answer is here. */
export function usePolicyPreview(datasetId: string, policy: PolicyInput | null): PolicyPreview {
  const asked = policy === null ? null : JSON.stringify(policy);
  const [shown, setShown] = useState<PolicyPreview & { of: string | null }>({
    runs: null,
    waiting: true,
    error: null,
    of: null,
  });

  useEffect(() => {
    if (asked === null) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      postJson<{ runs: PreviewedRun[] }>(
        `/api/v1/datasets/${datasetId}/policy/preview`,
        { policy: JSON.parse(asked) },
        request.signal,
      )
        .then(({ runs }) => setShown({ runs, waiting: false, error: null, of: asked }))
        .catch((error: unknown) => {
          if (request.signal.aborted) return;
          const message = error instanceof Error ? error.message : String(error);
          setShown((before) => ({ ...before, waiting: false, error: message, of: asked }));
        });
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [datasetId, asked]);

  const { of, ...preview } = shown;
  return { ...preview, waiting: asked !== null && of !== asked };
}
