"use client";

import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { useAction } from "#components/ui/use-action.ts";
import type { GateActions } from "../gate-actions.ts";

export type EvaluateButtonProps = { runId: string; evaluate: GateActions["evaluate"] };

export function EvaluateButton({ runId, evaluate }: EvaluateButtonProps) {
  const { run, pending } = useAction(async (input: { runId: string }) => {
    const result = await evaluate(input);
    if (!result.ok) toast.error(result.message);
    return result;
  });
  return (
    <Button
      size="sm"
      loading={pending}
      onClick={() =>
        run({ runId }, (verdict) => {
          if (verdict === null) toast.error("There is nothing to evaluate yet: the run must have ended.");
          else toast.success(`The gate says: ${verdict}.`);
        })
      }
    >
      Evaluate now
    </Button>
  );
}
