"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";

const ConfusionMatrix = dynamic(
  () => import("#components/charts/confusion/confusion-matrix.tsx").then((module) => module.ConfusionMatrix),
  { ssr: false, loading: () => <Skeleton className="h-80 w-full" /> },
);

export type LazyConfusionMatrixProps = {
  runId: string;
  label: string;
  labels: readonly string[];
  counts: readonly (readonly number[])[];
};

/** The matrix, loaded when the page is there; a cell leads to its cases. */
export function LazyConfusionMatrix({ runId, label, labels, counts }: LazyConfusionMatrixProps) {
  const pairs = useMemo(
    () =>
      counts.flatMap((row, i) =>
        row.flatMap((count, j) =>
          count === 0 ? [] : [{ actual: labels[i] ?? "", predicted: labels[j] ?? "", count }],
        ),
      ),
    [labels, counts],
  );
  return (
    <ConfusionMatrix
      label={label}
      labels={labels}
      counts={pairs}
      cellHref={(expected, actual) => runCasesHref(runId, { view: "all", expected, actual })}
    />
  );
}
