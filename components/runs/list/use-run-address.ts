"use client";

import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { runListParams, runListQuery, runSortParams } from "#lib/runs/run-list-params.ts";
import { runStateGroups } from "#lib/runs/run-state.ts";

/** Everything about the list of runs that an address carries. */
export function useRunAddress() {
  const [address, setAddress] = useQueryStates({
    q: parseAsString.withDefault(""),
    dataset: parseAsString,
    model: parseAsString,
    experiment: parseAsString,
    state: parseAsNativeArrayOf(parseAsStringLiteral(runStateGroups)),
    sort: parseAsStringLiteral(runSortParams).withDefault("number.desc"),
  });
  const sort = runListParams(new URLSearchParams({ sort: address.sort }));
  const query = runListQuery({
    search: address.q,
    datasetId: address.dataset,
    modelId: address.model,
    experimentId: address.experiment,
    states: address.state,
    sort: sort.sort,
    direction: sort.direction,
  });
  return { address, setAddress, query };
}

export type RunAddress = ReturnType<typeof useRunAddress>;
