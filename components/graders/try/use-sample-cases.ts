"use client";

import { useEffect, useState } from "react";
import type { SampleCase } from "#lib/graders/trying/list-sample-cases.ts";
import type { TryActions } from "../grader-actions.ts";

type Loaded = { cases: readonly SampleCase[]; nextCursor: string | null; error: string | null };

/** Ten cases of a dataset at a time; null while they are on their way. */
export function useSampleCases(
  list: TryActions["listSampleCases"],
  datasetId: string,
  cursor: string | null,
) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let outdated = false;
    setLoaded(null);
    const load = async () => {
      const result = await list({ datasetId, cursor }).catch(() => null);
      if (outdated) return;
      if (result?.ok)
        setLoaded({ cases: result.value.items, nextCursor: result.value.nextCursor, error: null });
      else {
        const error = result?.message ?? "The server could not be reached. Close this and try again.";
        setLoaded({ cases: [], nextCursor: null, error });
      }
    };
    void load();
    return () => {
      outdated = true;
    };
  }, [list, datasetId, cursor]);
  return loaded;
}
