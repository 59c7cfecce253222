"use client";

import { leaveWorkspaceAction } from "#app/(workspace)/settings/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";

export function LeaveWorkspace({ workspaceName }: { workspaceName: string }) {
  async function leave() {
    const result = await leaveWorkspaceAction();
    if (!result.ok) throw new Error(result.message);
    window.location.assign("/");
  }

  return (
    <ConfirmDialog
      title={`Leave ${workspaceName}`}
      description="You lose access at once. Only a new invitation brings you back."
      confirmLabel="Leave the workspace"
      trigger={<Button>Leave this workspace</Button>}
      onConfirm={leave}
    />
  );
}
