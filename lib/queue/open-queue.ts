import { PgBoss } from "pg-boss";
import { requireDatabaseUrl } from "#lib/env/env.ts";
import { log } from "#lib/log/log.ts";

/** Only ever goes forward: by the machine's own, which may be set back, dead jobs would not be looked after for as long. */
const steadyClock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
  clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  setInterval: (work: () => void, ms: number) => setInterval(work, ms),
  clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
};

type QueueUse = "prepare" | "send" | "work";

/** The job queue on the same PostgreSQL. Only workers look after dead jobs, so that web processes can come and go. */
export async function openQueue(use: QueueUse): Promise<PgBoss> {
  const working = use === "work";
  const queue = new PgBoss({
    connectionString: requireDatabaseUrl(),
    application_name: `touchstone-queue-${use}`,
    max: working ? 4 : 2,
    migrate: use === "prepare",
    createSchema: use === "prepare",
    supervise: working,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    clock: steadyClock,
  });
  queue.on("error", (error) => log.error({ err: error }, "queue"));
  return await queue.start();
}
