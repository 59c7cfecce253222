import { Play } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { TotalEstimate } from "#lib/runs/starting/estimate/estimate-total.ts";
import { type StartPlan, startSummary } from "#lib/runs/starting/start-summary.ts";
import { TotalLine } from "./estimate/total-line.tsx";

export type StartBarProps = {
  plan: StartPlan;
  /** What keeps the runs from starting. */
  obstacle: string | null;
  total: TotalEstimate | null;
  isJudged: boolean;
  pending: boolean;
  loading: boolean;
};

/** What pressing Start will do and cost, always in view. */
export function StartBar({ plan, obstacle, total, isJudged, pending, loading }: StartBarProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border bg-raised px-4 py-3 shadow-float">
      <p aria-live="polite" className="tabular min-w-0 flex-1 basis-56 text-sm">
        {obstacle === null ? startSummary(plan) : <span className="text-muted">{obstacle}</span>}
        {obstacle === null && total && <TotalLine total={total} runs={plan.models} isJudged={isJudged} />}
      </p>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={pending}
        disabled={obstacle !== null || loading}
      >
        <Play aria-hidden />
        {plan.models > 1 ? `Start ${plan.models} runs` : "Start run"}
      </Button>
    </div>
  );
}
