"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { startSession } from "./start-session.ts";

/** Uses the link up on a press: programs that open addresses to preview them must not spend it. */
export function LinkSignIn({ token, next }: { token: string; next: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function press() {
    setPending(true);
    setFailure(null);
    const problem = await startSession({ method: "link", token });
    if (problem === null) return window.location.replace(next);
    setFailure(problem);
    setPending(false);
  }

  return (
    <div className="flex flex-col gap-4">
      {failure && (
        <Alert tone="danger" live title={failure}>
          Restart <code className="font-mono">npm start</code> to print a new link, or{" "}
          <TextLink href="/sign-in">sign in with your password</TextLink>.
        </Alert>
      )}
      <Button variant="primary" size="lg" loading={pending} onClick={press} autoFocus>
        Sign in
      </Button>
    </div>
  );
}
