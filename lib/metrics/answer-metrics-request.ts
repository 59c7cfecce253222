import { createHash, timingSafeEqual } from "node:crypto";
import { collectMetrics } from "./collect-metrics.ts";

export type MetricsAnswer = { status: 200 | 401 | 404; body: string };

/** Metrics for whoever knows the token; nothing, and nothing about what there would be, for everybody else. */
export async function answerMetricsRequest(
  authorization: string | null,
  { token, version }: { token: string | undefined; version: string },
): Promise<MetricsAnswer> {
  if (token === undefined) {
    return { status: 404, body: "Metrics are off. Set TOUCHSTONE_METRICS_TOKEN to turn them on.\n" };
  }
  if (!isRight(authorization, token)) {
    return { status: 401, body: "Send the metrics token: Authorization: Bearer TOKEN.\n" };
  }
  return { status: 200, body: await collectMetrics(version) };
}

/** Compares hashes, which have one length, in constant time. */
function isRight(authorization: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (given === undefined) return false;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
