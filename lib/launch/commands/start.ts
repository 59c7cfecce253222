import { env, setDatabaseUrl } from "#lib/env/env.ts";
import { type SupervisedChild, superviseChild } from "#lib/launch/processes/child-process.ts";
import { processEnv } from "#lib/launch/processes/process-env.ts";
import { untilAskedToStop } from "#lib/launch/processes/until-asked-to-stop.ts";
import { announce } from "../announce.ts";
import { buildWebIfStale } from "../build-web.ts";
import { checkSurroundings, makeDataFolder } from "../check-surroundings.ts";
import { takeLaunchLock } from "../launch-lock.ts";
import { migrateDatabase } from "../migrate-database.ts";
import { openDatabase } from "../open-database.ts";
import { createStep } from "../progress-line.ts";
import { seedIfEmpty } from "../seed-if-empty.ts";

/** The whole product on one machine: database, migrations, samples, build, one web server and one worker, until Ctrl-C. */
export async function start(): Promise<number> {
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
    const childEnv = processEnv(database.url, "production");
    const worker = superviseChild({ name: "worker", script: "lib/worker/main.ts", env: childEnv });
    cleanUps.push(worker.stop);
    await seedIfEmpty(childEnv, step);
    await step("Building the pages", buildWebIfStale);
    const web = superviseChild({ name: "web", script: "lib/launch/processes/web-server.ts", env: childEnv });
    cleanUps.push(web.stop);
    await step("Starting the web server", async () => await Promise.race([web.ready, givenUp(web)]));
    const announcement = await announce();
    cleanUps.push(announcement.end);
    return await Promise.race([untilAskedToStop(), givenUp(web), givenUp(worker)]);
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
    lock.release();
  }
}

async function givenUp(child: SupervisedChild): Promise<number> {
  console.error(await child.givenUp);
  return 1;
}
