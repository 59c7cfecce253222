import { env, setDatabaseUrl } from "#lib/env/env.ts";
import { superviseChild } from "#lib/launch/processes/child-process.ts";
import { processEnv } from "#lib/launch/processes/process-env.ts";
import { untilAskedToStop } from "#lib/launch/processes/until-asked-to-stop.ts";
import { announce } from "../announce.ts";
import { checkSurroundings, makeDataFolder } from "../check-surroundings.ts";
import { takeLaunchLock } from "../launch-lock.ts";
import { migrateDatabase } from "../migrate-database.ts";
import { openDatabase } from "../open-database.ts";
import { createStep } from "../progress-line.ts";
import { seedIfEmpty } from "../seed-if-empty.ts";

/** Web and worker that reload when their sources change, on the same data folder as `start`. */
export async function dev(): Promise<number> {
  const { TOUCHSTONE_HOME: home, PORT: port } = env();
  const step = createStep();
  await makeDataFolder(home);
  const lock = takeLaunchLock(home);
  const cleanUps: (() => Promise<void>)[] = [];
  try {
    await checkSurroundings(home, port);
    const database = await step("Starting the database", openDatabase);
    cleanUps.push(database.stop);
    setDatabaseUrl(database.url);
    await step("Preparing the database", async () => await migrateDatabase(database.url));
    const childEnv = processEnv(database.url, "development");
    const worker = superviseChild({
      name: "worker",
      script: "lib/worker/main.ts",
      env: childEnv,
      execArgv: ["--watch", "--watch-preserve-output"],
    });
    const web = superviseChild({ name: "web", script: "lib/launch/processes/web-server.ts", env: childEnv });
    cleanUps.push(worker.stop, web.stop);
    await seedIfEmpty(childEnv, step);
    await step("Starting the web server", async () => await web.ready);
    const announcement = await announce();
    cleanUps.push(announcement.end);
    return await untilAskedToStop();
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
    lock.release();
  }
}
