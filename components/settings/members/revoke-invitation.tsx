"use client";

import { revokeInvitationAction } from "#app/(workspace)/settings/members/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";

export function RevokeInvitation({ invitationId, email }: { invitationId: string; email: string }) {
  async function revoke() {
    const result = await revokeInvitationAction({ invitationId });
    if (!result.ok) throw new Error(result.message);
    toast.success(`The invitation of ${email} was revoked.`);
  }

  return (
    <ConfirmDialog
      title={`Revoke the invitation of ${email}`}
      description="Its link stops working at once. You can invite the same address again."
      confirmLabel="Revoke the invitation"
      trigger={
        <Button size="sm" aria-label={`Revoke the invitation of ${email}`}>
          Revoke
        </Button>
      }
      onConfirm={revoke}
    />
  );
}
