import { hostname } from "node:os";
import { db } from "#lib/db/database.ts";
import { log } from "#lib/log/log.ts";

const reportEveryMs = 5_000;
/** Rows of processes that died without a word are swept up by the living. */
const forgetAfterMs = 24 * 60 * 60_000;

/** Reports this worker in the database until `end`: the health page and the run pages read it there. */
export async function reportPresence(workerId: string): Promise<{ end(): Promise<void> }> {
  await db().workerProcess.create({ data: { id: workerId, host: hostname(), pid: process.pid } });
  await db().workerProcess.deleteMany({
    where: { heartbeatAt: { lt: new Date(Date.now() - forgetAfterMs) } },
  });
  const timer = setInterval(() => {
    db().$executeRaw`update worker_process set heartbeat_at = now() where id = ${workerId}::uuid`.catch(
      (error: unknown) => log.warn({ err: error }, "presence not reported"),
    );
  }, reportEveryMs);
  return {
    async end() {
      clearInterval(timer);
      // Without a database there is nobody to tell, and the row counts as gone by its age.
      await db()
        .workerProcess.deleteMany({ where: { id: workerId } })
        .catch(() => undefined);
    },
  };
}
