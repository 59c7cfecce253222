import { readFile } from "node:fs/promises";
import { runCommand } from "#lib/launch/processes/run-command.ts";
import { StartUpError } from "../start-up-error.ts";

export type OperatingUser = { uid: number; gid: number };

/** PostgreSQL refuses to run as root. Under root it runs as the system's `postgres` user, which is made when there is none. */
export async function findOperatingUser(): Promise<OperatingUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp("postgres");
  if (existing !== undefined) return existing;
  const made = await runCommand("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "postgres",
  ]);
  const user = await lookUp("postgres");
  if (user !== undefined) return user;
  throw new StartUpError(
    `PostgreSQL does not run as root, and the user "postgres" could not be made (${made.output.trim()}). Start as another user, or set DATABASE_URL.`,
  );
}

async function lookUp(name: string): Promise<OperatingUser | undefined> {
  const passwd = await readFile("/etc/passwd", "utf8");
  const line = passwd.split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
