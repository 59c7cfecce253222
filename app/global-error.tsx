"use client";

import "./globals.css";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/feedback/error-state.tsx";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Takes the place of the whole page when its frame fails, so it brings its own document. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Error · Touchstone</title>
        <main className="mx-auto max-w-3xl pt-[12vh]">
          <h1 className="sr-only">Error</h1>
          <ErrorState
            title="Touchstone could not show this page"
            text="The server or the database may be restarting. Try again in a moment; GET /api/health says which part is down."
            reference={error.digest}
            action={
              <Button variant="primary" onClick={() => retry()}>
                Try again
              </Button>
            }
          />
        </main>
      </body>
    </html>
  );
}
