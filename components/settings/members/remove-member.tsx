"use client";

import { removeMemberAction } from "#app/(workspace)/settings/members/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";

export function RemoveMember({ userId, name }: { userId: string; name: string }) {
  async function remove() {
    const result = await removeMemberAction({ userId });
    if (!result.ok) throw new Error(result.message);
    toast.success(`${result.value.name} was removed from this workspace.`);
  }

  return (
    <ConfirmDialog
      title={`Remove ${name}`}
      description="They lose access to this workspace with their next click. What they made stays, under their name."
      confirmLabel="Remove the member"
      trigger={
        <Button size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      onConfirm={remove}
    />
  );
}
