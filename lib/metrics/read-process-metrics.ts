import { monitorEventLoopDelay } from "node:perf_hooks";
import { pool } from "#lib/db/database.ts";
import type { Metric } from "./exposition.ts";

/** How often the event loop is looked at. What is measured is the time between two looks, so this is taken off. */
const resolutionMs = 20;
const nsPerSecond = 1e9;

const globalStore = globalThis as typeof globalThis & {
  touchstoneLoopDelay?: ReturnType<typeof monitorEventLoopDelay>;
};

/** This web process: memory, event loop, database pool. The lag is measured from the first scrape on, from one scrape to the next. */
export function readProcessMetrics(): Metric[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { totalCount, idleCount, waitingCount, options } = pool();
  const gauge = (name: string, help: string, value: number): Metric => ({
    name: `touchstone_process_${name}`,
    help,
    type: "gauge",
    samples: [{ value }],
  });
  return [
    gauge("resident_memory_bytes", "Memory of this web process.", rss),
    gauge("heap_used_bytes", "JavaScript heap in use.", heapUsed),
    gauge("external_memory_bytes", "Memory of buffers outside the heap.", external),
    gauge(
      "start_time_seconds",
      "When this web process started, since 1970.",
      Date.now() / 1_000 - process.uptime(),
    ),
    {
      name: "touchstone_process_event_loop_lag_seconds",
      help: "How late this web process comes to its work, since the last scrape.",
      type: "gauge",
      samples: lagSamples(),
    },
    {
      name: "touchstone_database_pool_connections",
      help: "Connections of this web process to the database.",
      type: "gauge",
      samples: [
        { labels: { state: "idle" }, value: idleCount },
        { labels: { state: "busy" }, value: totalCount - idleCount },
      ],
    },
    {
      name: "touchstone_database_pool_waiting",
      help: "Queries that wait for a connection.",
      type: "gauge",
      samples: [{ value: waitingCount }],
    },
    {
      name: "touchstone_database_pool_max",
      help: "Connections that the pool may open.",
      type: "gauge",
      samples: [{ value: options.max ?? 0 }],
    },
  ];
}

function lagSamples(): Metric["samples"] {
  const known = globalStore.touchstoneLoopDelay;
  if (known === undefined) {
    globalStore.touchstoneLoopDelay = monitorEventLoopDelay({ resolution: resolutionMs });
    globalStore.touchstoneLoopDelay.enable();
    return [];
  }
  if (known.count === 0) return [];
  const samples = [
    ["mean", known.mean],
    ["p99", known.percentile(99)],
    ["max", known.max],
  ].map(([stat, ns]) => ({
    labels: { stat: String(stat) },
    value: Math.max(0, Number(ns) / nsPerSecond - resolutionMs / 1_000),
  }));
  known.reset();
  return samples;
}
