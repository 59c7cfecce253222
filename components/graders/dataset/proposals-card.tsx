"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { DatasetGraderActions } from "../grader-actions.ts";
import { ProposalItem, type ShownProposal } from "./proposal-item.tsx";

export type ProposalsCardProps = {
  datasetId: string;
  proposals: readonly ShownProposal[];
  canEdit: boolean;
  adopt: DatasetGraderActions["adopt"];
};

/** Graders that fit the cases of a dataset and that it has not chosen yet, cheapest first. */
export function ProposalsCard({ datasetId, proposals, canEdit, adopt }: ProposalsCardProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(adopt);

  function use(chosen: readonly ShownProposal[]) {
    run({ datasetId, kinds: chosen.map(({ kind }) => kind) }, ({ graderIds }) => {
      toast.success(graderIds.length === 1 ? "The grader is chosen." : "The graders are chosen.");
      router.refresh();
    });
  }

  return (
    <Card
      title="Proposed for this dataset"
      description="From the first 200 cases, cheapest first. You can change every setting afterwards."
      actions={
        canEdit &&
        proposals.length > 1 && (
          <Button variant="primary" loading={pending} onClick={() => use(proposals)}>
            <Sparkles aria-hidden />
            Use all {proposals.length}
          </Button>
        )
      }
    >
      <ul className="flex flex-col">
        {proposals.map((proposal) => (
          <ProposalItem
            key={proposal.kind}
            proposal={proposal}
            pending={pending}
            onUse={canEdit ? () => use([proposal]) : null}
          />
        ))}
      </ul>
      {failure && (
        <Alert tone="danger" live className="mt-3">
          {failure.message}
        </Alert>
      )}
    </Card>
  );
}
