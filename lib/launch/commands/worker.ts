import { requireDatabaseUrl } from "#lib/env/env.ts";
import { superviseWorker } from "#lib/launch/processes/child-process.ts";
import { untilAskedToStop } from "#lib/launch/processes/until-asked-to-stop.ts";
import { migrateDatabase } from "../migrate-database.ts";

/** One worker process for production; start as many as wanted, anywhere the database can be reached from. */
export async function worker(): Promise<number> {
  await migrateDatabase(requireDatabaseUrl());
  const child = superviseWorker(process.env);
  const ended = await Promise.race([untilAskedToStop(), child.givenUp]);
  await child.stop();
  if (typeof ended === "number") return ended;
  console.error(ended);
  return 1;
}
