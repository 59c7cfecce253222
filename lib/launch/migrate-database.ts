import { nodeFlags, projectFolder } from "./processes/node-program.ts";
import { runCommand } from "./processes/run-command.ts";
import { StartUpError } from "./start-up-error.ts";

/** Brings the database to this version's schema, or says in one sentence why it cannot. */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const result = await runCommand(process.execPath, [...nodeFlags, "prisma/apply-migrations.ts"], {
    cwd: projectFolder,
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  if (result.code === 0) return;
  throw new StartUpError(`The database could not be prepared: ${result.output.trim()}`);
}
