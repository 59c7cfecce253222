import { env } from "#lib/env/env.ts";
import { answerMetricsRequest } from "#lib/metrics/answer-metrics-request.ts";
import manifest from "../../../package.json" with { type: "json" };

export const dynamic = "force-dynamic";

/** For Prometheus, in its text format. */
export async function GET(request: Request): Promise<Response> {
  const { status, body } = await answerMetricsRequest(request.headers.get("authorization"), {
    token: env().TOUCHSTONE_METRICS_TOKEN,
    version: manifest.version,
  });
  return new Response(body, {
    status,
    headers: {
      "content-type": `text/plain; version=0.0.4; charset=utf-8`,
      "cache-control": "no-store",
      ...(status === 401 && { "www-authenticate": "Bearer" }),
    },
  });
}
