import { Plus } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { GraderProposal } from "#lib/graders/proposals/proposal.ts";
import { costWords } from "./cost-words.ts";

export type ShownProposal = Pick<GraderProposal, "name" | "kind" | "reason" | "blind" | "cost"> & {
  kindLabel: string;
  decides: boolean;
};

export type ProposalItemProps = {
  proposal: ShownProposal;
  /** Null for readers who may not choose graders. */
  onUse: (() => void) | null;
  pending: boolean;
};

/** One proposed grader: why, what it cannot see, and what it costs. */
export function ProposalItem({ proposal, onUse, pending }: ProposalItemProps) {
  const { name, kindLabel, decides, reason, blind, cost } = proposal;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b py-3 first:pt-0 last:border-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {name !== kindLabel && <span className="text-muted text-xs">{kindLabel}</span>}
          {!decides && <Badge tone="outline">recorded only</Badge>}
          <Badge tone={cost.type === "judge" ? "warning" : "neutral"}>{costWords(cost)}</Badge>
        </p>
        <p className="mt-1">{reason}</p>
        <p className="text-muted">
          <span className="font-medium">What it cannot see: </span>
          {blind}
        </p>
      </div>
      {onUse && (
        <Button size="sm" disabled={pending} aria-label={`Use ${name}`} onClick={onUse}>
          <Plus aria-hidden />
          Use
        </Button>
      )}
    </li>
  );
}
