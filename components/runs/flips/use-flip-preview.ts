"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { postJson } from "#components/ui/fetch-json.ts";
import type { FlipPlan } from "#lib/runs/control/grading/preview/describe-preview.ts";
import type { GraderChange } from "#lib/runs/control/grading/preview/grader-change.ts";
import type { FlipBatch } from "#lib/runs/control/grading/preview/preview-flips.ts";
import type { FlipSample } from "#lib/runs/control/grading/preview/preview-sample.ts";
import { addBatch, type FlipTotals, noTotals } from "./flip-totals.ts";

export type FlipPreviewState = {
  phase: "idle" | "working" | "done" | "stopped" | "failed";
  plan: FlipPlan | null;
  totals: FlipTotals;
  failure: string | null;
  /** Of graders that are not inline: asked for by hand, since they may cost money. */
  sample: FlipSample | null;
  sampling: boolean;
};

const idle: FlipPreviewState = {
  phase: "idle",
  plan: null,
  totals: noTotals,
  failure: null,
  sample: null,
  sampling: false,
};

/**
 * Grades the stored answers of a run batch by batch without storing anything. Ends when it is stopped or unmounted. `start` is a new
 * function for each new `change`.
 */
export function useFlipPreview(runId: string, change: GraderChange) {
  const [state, setState] = useState<FlipPreviewState>(idle);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const ask = useCallback(
    async <Answer>(body: object, signal: AbortSignal) =>
      await postJson<Answer>(`/api/v1/runs/${runId}/flips`, { change, ...body }, signal),
    [runId, change],
  );

  const work = useCallback(async (what: (signal: AbortSignal) => Promise<void>) => {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    try {
      await what(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      const failure = error instanceof Error ? error.message : String(error);
      setState((before) => ({ ...before, phase: "failed", sampling: false, failure }));
    }
  }, []);

  const start = useCallback(
    () =>
      work(async (signal) => {
        setState({ ...idle, phase: "working" });
        const plan = await ask<FlipPlan>({ part: "plan" }, signal);
        setState((before) => ({ ...before, plan }));
        let after: FlipBatch["next"] = null;
        let totals = noTotals;
        const isInline = plan.graders.some(({ execution }) => execution === "inline");
        while (isInline) {
          const batch: FlipBatch = await ask<FlipBatch>({ part: "batch", after }, signal);
          totals = addBatch(totals, batch);
          const soFar = totals;
          setState((before) => ({ ...before, totals: soFar }));
          after = batch.next;
          if (after === null || totals.looked >= plan.lookedAt) break;
        }
        setState((before) => ({ ...before, phase: "done" }));
      }),
    [ask, work],
  );

  const takeSample = useCallback(
    () =>
      work(async (signal) => {
        setState((before) => ({ ...before, sampling: true, failure: null }));
        const sample = await ask<FlipSample>({ part: "sample" }, signal);
        setState((before) => ({ ...before, sampling: false, sample, phase: "done" }));
      }),
    [ask, work],
  );

  const stop = useCallback(() => {
    underWay.current?.abort();
    setState((before) => ({ ...before, phase: "stopped", sampling: false }));
  }, []);

  return { state, start, takeSample, stop };
}
