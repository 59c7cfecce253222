import { db } from "#lib/db/database.ts";
import { env } from "#lib/env/env.ts";
import { nodeFlags, projectFolder } from "./processes/node-program.ts";
import { runCommand } from "./processes/run-command.ts";
import type { Step } from "./progress-line.ts";
import { StartUpError } from "./start-up-error.ts";

/**
 * Fills an empty database with the sample workspace; its runs go to the queue and are executed by the worker. Until somebody has an
 * account the samples may have been cut short by a kill, which the seed itself finds out.
 */
export async function seedIfEmpty(childEnv: NodeJS.ProcessEnv, step: Step): Promise<void> {
  if ((await db().user.count()) > 0) return;
  const title =
    env().TOUCHSTONE_SAMPLES === "on" ? "Writing the sample workspace" : "Making the first workspace";
  await step(title, async () => {
    const result = await runCommand(process.execPath, [...nodeFlags, "prisma/seed.ts"], {
      cwd: projectFolder,
      env: childEnv,
    });
    if (result.code !== 0)
      throw new StartUpError(`The sample workspace could not be written:\n${result.output}`);
  });
}
