"use client";

import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/feedback/error-state.tsx";
import { Page } from "#components/ui/layout/page.tsx";

type WorkspaceErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function WorkspaceError({ error, retry }: WorkspaceErrorProps) {
  return (
    <Page>
      <h1 className="sr-only">Error</h1>
      <ErrorState
        title="This page could not be loaded"
        text="Something went wrong on the server. Nothing was changed. Try again; if it happens again, look for the reference below in the server's log."
        reference={error.digest}
        action={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      />
    </Page>
  );
}
