"use client";

import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newRequestKey } from "#components/runs/start/request-key.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import type { NextRunAsk, NextRunPlan } from "#lib/decisions/next-run/next-run.ts";
import { NextRunPlanView } from "./next-run-plan-view.tsx";
import type { StartNext } from "./start-next.ts";

export type StartNextButtonProps = {
  ask: NextRunAsk;
  /** What a screen reader calls the button, with the name of the model in it. */
  label: string;
  start: StartNext["start"];
};

type Loaded = { plan: NextRunPlan; problem: null } | { plan: null; problem: string } | null;

/** Starts one run that the board lacks, after a look at what it pins and may cost. */
export function StartNextButton({ ask, label, start }: StartNextButtonProps) {
  const router = useRouter();
  const requestKey = useRef<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>(null);

  function change(next: boolean) {
    setOpen(next);
    if (!next) return;
    setLoaded(null);
    const query = new URLSearchParams({ like: ask.likeRunId, model: ask.modelId });
    if (ask.repetitions !== undefined) query.set("repetitions", String(ask.repetitions));
    fetchJson<NextRunPlan>(`/api/v1/decisions/next-run?${query}`)
      .then((plan) => setLoaded({ plan, problem: null }))
      .catch((error: unknown) =>
        setLoaded({
          plan: null,
          problem:
            error instanceof Error ? error.message : "What the run would do could not be read. Try again.",
        }),
      );
  }

  async function confirm() {
    if (loaded?.plan?.obstacle != null) throw new Error(loaded.plan.obstacle);
    requestKey.current ??= newRequestKey();
    const result = await start({ ...ask, requestKey: requestKey.current });
    if (!result.ok) throw new Error(result.message);
    requestKey.current = null;
    toast.success("The run has started. This page takes it up when it has finished.");
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={label}>
          <Play aria-hidden />
          Start that run
        </Button>
      }
      open={isOpen}
      onOpenChange={change}
      tone="primary"
      title={loaded?.plan ? `Start a run of ${loaded.plan.model.name}?` : "Start this run?"}
      description={<NextRunPlanView plan={loaded?.plan ?? null} problem={loaded?.problem ?? null} />}
      confirmLabel="Start the run"
      onConfirm={confirm}
    />
  );
}
