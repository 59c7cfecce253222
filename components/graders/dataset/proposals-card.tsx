"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { DatasetGraderActions } from "../grader-actions.ts";

export type ProposalsCardProps = {
  datasetId: string;
  proposals: readonly { name: string; reason: string }[];
  canEdit: boolean;
  adopt: DatasetGraderActions["adopt"];
};

/** Graders that fit the expected values of a dataset that has none yet. */
export function ProposalsCard({ datasetId, proposals, canEdit, adopt }: ProposalsCardProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(adopt);
  return (
    <Card
      title="Proposed for this dataset"
      description="From the expected values of its first 200 cases. You can change every setting afterwards."
      actions={
        canEdit && (
          <Button
            variant="primary"
            loading={pending}
            onClick={() =>
              run({ datasetId }, ({ graderIds }) => {
                toast.success(graderIds.length === 1 ? "The grader is chosen." : "The graders are chosen.");
                router.refresh();
              })
            }
          >
            <Sparkles aria-hidden />
            Use {proposals.length === 1 ? "this grader" : "these graders"}
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-2">
        {proposals.map((proposal) => (
          <li key={proposal.name} className="text-sm">
            <span className="font-medium">{proposal.name}</span>
            <span className="text-muted">. {proposal.reason}</span>
          </li>
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
