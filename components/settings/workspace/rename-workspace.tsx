"use client";

import { renameWorkspaceAction } from "#app/(workspace)/settings/actions.ts";
import { NameForm } from "#components/settings/name-form.tsx";

export function RenameWorkspace({ name, allowed }: { name: string; allowed: boolean }) {
  return (
    <NameForm
      label="Name of the workspace"
      name={name}
      lockedBecause={allowed ? undefined : "Only admins can change it."}
      save={renameWorkspaceAction}
    />
  );
}
