import {
  type SupervisedChild,
  superviseChild,
  superviseWorker,
} from "#lib/launch/processes/child-process.ts";
import { untilAskedToStop } from "#lib/launch/processes/until-asked-to-stop.ts";
import { announce } from "../announce.ts";
import { buildWebIfStale } from "../build-web.ts";
import { launchOnDataFolder } from "../launch-on-data-folder.ts";
import { seedIfEmpty } from "../seed-if-empty.ts";

/** The whole product on one machine: database, migrations, samples, build, one web server and one worker, until Ctrl-C. */
export async function start(): Promise<number> {
  return await launchOnDataFolder("production", async ({ step, childEnv, atEnd }) => {
    const worker = superviseWorker(childEnv);
    atEnd(worker.stop);
    await seedIfEmpty(childEnv, step);
    await step("Building the pages", buildWebIfStale);
    const web = superviseChild({ name: "web", script: "lib/launch/processes/web-server.ts", env: childEnv });
    atEnd(web.stop);
    await step("Starting the web server", async () => await Promise.race([web.ready, givenUp(web)]));
    const announcement = await announce();
    atEnd(announcement.end);
    return await Promise.race([untilAskedToStop(), givenUp(web), givenUp(worker)]);
  });
}

async function givenUp(child: SupervisedChild): Promise<number> {
  console.error(await child.givenUp);
  return 1;
}
