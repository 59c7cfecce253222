"use client";

import { useEffect, useState } from "react";
import type { Action } from "#components/ui/use-action.ts";
import type {
  ListSampleCasesInput,
  SampleCase,
  SampleCases,
} from "#lib/models/template/list-sample-cases.ts";

export type SampleCasesAction = Action<ListSampleCasesInput, SampleCases>;
export type LoadedSamples = { datasetId: string; cases: readonly SampleCase[]; message: string | null };

const none: LoadedSamples = { datasetId: "", cases: [], message: null };

/** The first cases of the chosen dataset; none while they load or when nothing is chosen. */
export function useSampleCases(list: SampleCasesAction, datasetId: string): LoadedSamples {
  const [loaded, setLoaded] = useState(none);
  useEffect(() => {
    if (datasetId === "") return;
    let isCurrent = true;
    const settle = (cases: readonly SampleCase[], message: string | null) => {
      if (isCurrent) setLoaded({ datasetId, cases, message });
    };
    list({ datasetId }).then(
      (result) => (result.ok ? settle(result.value.cases, null) : settle([], result.message)),
      () => settle([], "The cases could not be loaded. Choose the dataset again."),
    );
    return () => {
      isCurrent = false;
    };
  }, [list, datasetId]);
  return loaded.datasetId === datasetId ? loaded : none;
}
