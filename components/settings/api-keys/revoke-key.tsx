"use client";

import { revokeApiKeyAction } from "#app/(workspace)/settings/api-keys/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";

export function RevokeKey({ keyId, name }: { keyId: string; name: string }) {
  async function revoke() {
    const result = await revokeApiKeyAction({ keyId });
    if (!result.ok) throw new Error(result.message);
    toast.success(`The key ${result.value.name} was revoked.`);
  }

  return (
    <ConfirmDialog
      title={`Revoke the key ${name}`}
      description="Whatever uses it is refused from its next request on. A revoked key cannot be brought back. What it did stays, under its name."
      confirmLabel="Revoke the key"
      trigger={
        <Button size="sm" aria-label={`Revoke the key ${name}`}>
          Revoke
        </Button>
      }
      onConfirm={revoke}
    />
  );
}
