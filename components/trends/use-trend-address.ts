"use client";

import {
  parseAsArrayOf,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { useTransition } from "react";
import { trendAxes, trendMetrics } from "#lib/trends/trend-metric.ts";

/** Everything about a trend that an address carries. What changes which figures are read asks the server; the rest does not. */
export function useTrendAddress() {
  const [isPending, startTransition] = useTransition();
  const [asked, ask] = useQueryStates(
    {
      metric: parseAsStringLiteral(trendMetrics).withDefault("pass-rate"),
      of: parseAsString.withDefault("whole"),
      model: parseAsNativeArrayOf(parseAsString),
      /** First and last run: "12-40". */
      range: parseAsString,
      line: parseAsString,
    },
    { shallow: false, startTransition, history: "push" },
  );
  const [shown, show] = useQueryStates({
    x: parseAsStringLiteral(trendAxes).withDefault("time"),
    q: parseAsString.withDefault(""),
    sort: parseAsString.withDefault(""),
    pick: parseAsArrayOf(parseAsString).withDefault([]),
  });
  return { asked, ask, shown, show, isPending };
}

export type TrendAddress = ReturnType<typeof useTrendAddress>;
