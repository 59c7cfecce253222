import { closeDatabase } from "#lib/db/database.ts";
import { log } from "#lib/log/log.ts";
import { closeProviders } from "#lib/models/open-provider.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { startWorker } from "./start-worker.ts";

const worker = await startWorker();
let stopping = false;

async function shutDown(reason: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, "worker stops");
  await worker.stop();
  await closeProviders();
  await closeSender();
  await closeDatabase();
  process.exit(0);
}

process.on("SIGTERM", () => void shutDown("SIGTERM"));
process.on("SIGINT", () => void shutDown("SIGINT"));
// The launcher is gone without a word: do not outlive it.
process.on("disconnect", () => void shutDown("launcher gone"));
process.send?.("ready");
