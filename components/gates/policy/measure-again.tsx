"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import type { GateActions } from "../gate-actions.ts";

export type MeasureAgainProps = {
  datasetId: string;
  policyNumber: number;
  /** Ended runs that this policy has not measured, of the last `of`. */
  count: number;
  of: number;
  /** Null for people who may only look. */
  measureAgain: GateActions["measureAgain"] | null;
};

/** A new policy says nothing of older runs until they are measured by it: one press measures the last of them. */
export function MeasureAgain({ datasetId, policyNumber, count, of, measureAgain }: MeasureAgainProps) {
  const router = useRouter();
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const runs = count === 1 ? "1 run" : `${count} runs`;

  function start() {
    if (measureAgain === null || pending) return;
    startTransition(async () => {
      setFailure(null);
      setDone(0);
      let total = 0;
      while (true) {
        const result = await measureAgain({ datasetId }).catch(() => null);
        if (result === null || !result.ok) {
          setFailure(
            result?.message ?? "The server could not be reached. What is measured is kept. Try again.",
          );
          break;
        }
        total += result.value.measured;
        setDone(total);
        if (result.value.left > 0 && result.value.measured > 0) continue;
        toast.success(
          `${total === 1 ? "1 run is" : `${total} runs are`} measured by policy ${policyNumber}.`,
        );
        break;
      }
      setDone(null);
      router.refresh();
    });
  }

  return (
    <Alert
      title={`${runs} ${count === 1 ? "is" : "are"} not measured by policy ${policyNumber}`}
      action={
        measureAgain && (
          <Button size="sm" loading={pending} onClick={start}>
            Measure {runs} again
          </Button>
        )
      }
    >
      {done === null ? (
        `Counted are the last ${of} that have ended. They keep the verdicts that they have; measured again, each gets one more, marked with this policy. No model is called.`
      ) : (
        <Progress
          label="Measuring"
          max={count}
          value={done}
          detail={`${done} of ${count}`}
          className="mt-1 max-w-sm"
        />
      )}
      {failure !== null && (
        <p role="alert" className="text-negative">
          {failure}
        </p>
      )}
    </Alert>
  );
}
