import { readHealth } from "#lib/health/read-health.ts";
import manifest from "../../../package.json" with { type: "json" };

export const dynamic = "force-dynamic";

/** For load balancers and monitors; open to everybody, so it holds counts and no names. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  const web = {
    version: manifest.version,
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
  };
  const ok = health.database.ok && (health.workers.alive ?? 0) > 0;
  return Response.json(
    { status: ok ? "ok" : "degraded", web, ...health },
    // Without a worker pages still work: taking web processes out of service would make it worse.
    { status: health.database.ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
