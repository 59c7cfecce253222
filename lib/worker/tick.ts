import { db } from "#lib/db/database.ts";
import { log } from "#lib/log/log.ts";
import { startDueSchedules } from "#lib/schedules/starting/start-due-schedules.ts";

const everyMs = 10_000;

/** Does what the clock asks for, over and over until `stop`. It is the database's clock: a worker's own may jump. */
export function startTicking(): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();
  let stopped = false;

  async function tick(): Promise<void> {
    try {
      const [row] = await db().$queryRaw<{ now: Date }[]>`select now() as now`;
      if (row !== undefined) await startDueSchedules(row.now);
    } catch (error) {
      log.warn({ err: error }, "schedules could not be looked at");
    }
    if (!stopped) timer = setTimeout(begin, everyMs);
  }
  function begin(): void {
    ticking = tick();
  }

  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await ticking;
    },
  };
}
