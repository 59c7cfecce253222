"use client";

import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/**
 * Takes the place of the whole page when its frame fails, so it brings its own document. Plain elements: this code is a part of
 * every page, and a Button here would be there twice (3 kB).
 */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Error · Touchstone</title>
        <main className="mx-auto flex max-w-3xl flex-col items-center px-6 pt-[20vh] text-center">
          <h1 className="font-semibold text-base">Touchstone could not show this page</h1>
          <p role="alert" className="mt-1 max-w-md text-muted text-sm">
            The server or the database may be restarting. Try again in a moment; GET /api/health says which
            part is down.
          </p>
          {error.digest && <p className="mt-2 font-mono text-faint text-xs">{error.digest}</p>}
          <button
            type="button"
            onClick={() => retry()}
            className="mt-4 h-8 rounded-md bg-accent px-3 font-medium text-accent-contrast text-sm hover:bg-accent-hover"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
