import { runRoute } from "#app/_server/run-route.ts";
import { getServerHealth } from "#lib/models/servers/get-server-health.ts";

type ConnectionRoute = { params: Promise<{ connectionId: string }> };

/** What the server behind a connection tells about itself: `{ health: null }` where it tells nothing. */
export async function GET(request: Request, { params }: ConnectionRoute) {
  const { connectionId } = await params;
  return await runRoute(request, async (ctx) => {
    const health = await getServerHealth(ctx, { connectionId });
    return Response.json({ health }, { headers: { "cache-control": "no-store" } });
  });
}
