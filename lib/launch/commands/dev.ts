import { superviseChild, superviseWorker } from "#lib/launch/processes/child-process.ts";
import { untilAskedToStop } from "#lib/launch/processes/until-asked-to-stop.ts";
import { announce } from "../announce.ts";
import { launchOnDataFolder } from "../launch-on-data-folder.ts";
import { seedIfEmpty } from "../seed-if-empty.ts";

/** Web and worker that reload when their sources change, on the same data folder as `start`. */
export async function dev(): Promise<number> {
  return await launchOnDataFolder("development", async ({ step, childEnv, atEnd }) => {
    const worker = superviseWorker(childEnv, ["--watch", "--watch-preserve-output"]);
    atEnd(worker.stop);
    const web = superviseChild({ name: "web", script: "lib/launch/processes/web-server.ts", env: childEnv });
    atEnd(web.stop);
    await seedIfEmpty(childEnv, step);
    await step("Starting the web server", async () => await web.ready);
    const announcement = await announce();
    atEnd(announcement.end);
    return await untilAskedToStop();
  });
}
