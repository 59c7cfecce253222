import { runRoute } from "#app/_server/run-route.ts";
import { streamOfText } from "#app/_server/stream-of-text.ts";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getRunProgress } from "#lib/runs/get-run-progress.ts";
import { watchLiveRun } from "#lib/runs/sight/watch-live-run.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** The browser comes back by itself, and is then asked again who it is: a member who was removed sees no more than this. */
const longestStreamMs = 5 * 60_000;
const reconnectMs = 1_000;

/** What a run is doing as server-sent events: at once, then on change, at most four times a second. */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    // Refuses with a proper status before a stream begins.
    await getRunProgress(ctx, parseInput(idSchema, runId));
    return new Response(streamOfText(events(ctx, runId, request.signal)), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
}

async function* events(ctx: Context, runId: string, listener: AbortSignal): AsyncGenerator<string> {
  const signal = AbortSignal.any([listener, AbortSignal.timeout(longestStreamMs)]);
  yield `retry: ${reconnectMs}\n\n`;
  for await (const progress of watchLiveRun(ctx, runId, { signal })) {
    yield progress === null ? ": still here\n\n" : `data: ${JSON.stringify(progress)}\n\n`;
  }
}
