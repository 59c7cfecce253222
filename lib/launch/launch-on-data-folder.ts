import { env, setDatabaseUrl } from "#lib/env/env.ts";
import { checkSurroundings, makeDataFolder } from "./check-surroundings.ts";
import { takeLaunchLock } from "./launch-lock.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { openDatabase } from "./open-database.ts";
import { processEnv } from "./processes/process-env.ts";
import { createStep, type Step } from "./progress-line.ts";

export type Launch = {
  step: Step;
  childEnv: NodeJS.ProcessEnv;
  /** Done when the launch ends, the last one added first and the database after them all. */
  atEnd(cleanUp: () => Promise<void>): void;
};

/** Runs `work` as the only launch on the data folder, on its database, started and migrated. */
export async function launchOnDataFolder(
  mode: "production" | "development",
  work: (launch: Launch) => Promise<number>,
): Promise<number> {
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
    return await work({
      step,
      childEnv: processEnv(database.url, mode),
      atEnd: (cleanUp) => cleanUps.push(cleanUp),
    });
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
    lock.release();
  }
}
