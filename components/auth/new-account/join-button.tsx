"use client";

import { useState } from "react";
import { joinWorkspaceAction } from "#app/(auth)/invitation/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";

export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function press() {
    setPending(true);
    setFailure(null);
    const result = await joinWorkspaceAction({ token }).catch(() => null);
    if (result?.ok) return window.location.replace("/");
    setFailure(result?.message ?? "The server could not be reached. Check your connection and try again.");
    setPending(false);
  }

  return (
    <div className="flex flex-col gap-4">
      {failure && (
        <Alert tone="danger" live>
          {failure}
        </Alert>
      )}
      <Button variant="primary" size="lg" loading={pending} onClick={press}>
        <span className="max-w-72 truncate">Join {workspaceName}</span>
      </Button>
    </div>
  );
}
