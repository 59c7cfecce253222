import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { requireDatabaseUrl } from "#lib/env/env.ts";
import { log } from "#lib/log/log.ts";
import { jobChannel } from "./job-channel.ts";

const reconnectMs = 1_000;

export type JobListener = {
  /** Resolves when a job was committed to the queue, when the listener cannot know, or after `timeoutMs`. */
  waitForJob(queueName: string, timeoutMs: number): Promise<void>;
  close(): Promise<void>;
};

/** One connection that hears of new jobs at once. While it is down everybody falls back to polling. */
export async function listenForJobs(): Promise<JobListener> {
  const waiting = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let closed = false;

  const wake = (queueName: string) => {
    for (const resolve of waiting.get(queueName) ?? []) resolve();
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: requireDatabaseUrl(),
      application_name: "touchstone-listener",
    });
    next.on("notification", ({ payload }) => wake(payload ?? ""));
    next.on("error", () => void next.end().catch(() => undefined));
    next.on("end", () => {
      if (!closed) void reconnect();
    });
    await next.connect();
    await next.query(`listen ${jobChannel}`);
    client = next;
    // Jobs may have come while nobody listened.
    for (const queueName of waiting.keys()) wake(queueName);
  }

  async function reconnect(): Promise<void> {
    while (!closed) {
      await sleep(reconnectMs);
      try {
        await connect();
        return;
      } catch (error) {
        log.warn({ err: error }, "the job listener cannot connect; polling goes on");
      }
    }
  }

  await connect();
  return {
    async waitForJob(queueName, timeoutMs) {
      const forQueue = waiting.get(queueName) ?? new Set();
      waiting.set(queueName, forQueue);
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          forQueue.delete(done);
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        forQueue.add(done);
      });
    },
    async close() {
      closed = true;
      for (const queueName of waiting.keys()) wake(queueName);
      await client?.end();
    },
  };
}
