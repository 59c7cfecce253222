"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { GraderActions } from "../grader-actions.ts";

export type ArchiveGraderButtonProps = {
  grader: { id: string; name: string; archived: boolean };
  setArchived: GraderActions["setArchived"];
};

export function ArchiveGraderButton({ grader, setArchived }: ArchiveGraderButtonProps) {
  const router = useRouter();
  const restoring = useAction(setArchived);
  if (grader.archived) {
    return (
      <Button
        loading={restoring.pending}
        onClick={() =>
          restoring.run({ graderId: grader.id, archived: false }, () => {
            toast.success(`${grader.name} is back.`);
            router.refresh();
          })
        }
      >
        <ArchiveRestore aria-hidden />
        Restore
      </Button>
    );
  }
  return (
    <ConfirmDialog
      title={`Archive ${grader.name}?`}
      description="It leaves the list and new runs. Past runs keep it, and it can be restored."
      confirmLabel="Archive"
      tone="primary"
      trigger={
        <Button>
          <Archive aria-hidden />
          Archive
        </Button>
      }
      onConfirm={async () => {
        const result = await setArchived({ graderId: grader.id, archived: true });
        if (!result.ok) throw new Error(result.message);
        toast.success(`${grader.name} is archived.`);
        router.refresh();
      }}
    />
  );
}
