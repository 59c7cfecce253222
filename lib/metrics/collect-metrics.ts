import { log } from "#lib/log/log.ts";
import { type Metric, toExposition } from "./exposition.ts";
import { readConnectionMetrics } from "./read-connection-metrics.ts";
import { readProcessMetrics } from "./read-process-metrics.ts";
import { readQueueMetrics } from "./read-queue-metrics.ts";
import { readRunMetrics } from "./read-run-metrics.ts";

const timeLimitMs = 5_000;

/** All metrics as text. Without a database, what this process knows of itself, and that the database is away. */
export async function collectMetrics(version: string): Promise<string> {
  const database = await withinTime(
    Promise.all([readRunMetrics(), readQueueMetrics(), readConnectionMetrics()]),
  );
  const own: Metric[] = [
    {
      name: "touchstone_build_info",
      help: "The version of this web process.",
      type: "gauge",
      samples: [{ labels: { version }, value: 1 }],
    },
    {
      name: "touchstone_database_up",
      help: "1 when the database answered in time.",
      type: "gauge",
      samples: [{ value: database === null ? 0 : 1 }],
    },
  ];
  return toExposition([...own, ...(database ?? []).flat(), ...readProcessMetrics()]);
}

async function withinTime<Value>(work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeLimitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } catch (error) {
    log.warn({ event: "metrics", err: error }, "no metrics from the database");
    return null;
  } finally {
    clearTimeout(timer);
  }
}
