"use client";

import { useEffect } from "react";
import { switchWorkspaceAction } from "#app/(workspace)/settings/workspaces/actions.ts";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";

export function OpenWorkspace({ workspaceId, name }: { workspaceId: string; name: string }) {
  const { run, pending, message } = useAction(switchWorkspaceAction, () => window.location.assign("/"));

  useEffect(() => {
    if (message !== null) toast.error(message);
  }, [message]);

  return (
    <Button size="sm" loading={pending} aria-label={`Open ${name}`} onClick={() => void run({ workspaceId })}>
      Open
    </Button>
  );
}
