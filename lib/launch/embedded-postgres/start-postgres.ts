import { randomBytes } from "node:crypto";
import { appendFile, chmod, chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "#lib/launch/processes/run-command.ts";
import { freePort } from "../free-port.ts";
import { StartUpError } from "../start-up-error.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { findOperatingUser, type OperatingUser } from "./operating-user.ts";
import { findPlace } from "./place.ts";

const majorVersion = "18";
const userName = "touchstone";

export type RunningPostgres = {
  /** The address of a database of this name on the server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** The data folder of the installation; the database's files go below it. */
  home: string;
  /** Extra server settings, for example `fsync=off` for tests. */
  settings?: readonly string[];
};

/** Starts the embedded PostgreSQL, or joins the one that a killed start has left running on the same files. */
export async function startPostgres({ home, settings = [] }: PostgresOptions): Promise<RunningPostgres> {
  const user = await findOperatingUser();
  const { dataFolder, binaries } = await findPlace(home, await findBinaries(), user);
  const password = await readOrCreatePassword(join(home, "postgres.password"));
  const logFile = join(dataFolder, "..", "postgres.log");
  const server = { binaries, dataFolder, logFile, user };

  if (!(await exists(join(dataFolder, "PG_VERSION")))) await initialise(server, password);
  await checkVersion(dataFolder);
  const port = (await runningPort(server)) ?? (await launch(server, settings));
  return {
    urlOf: (database) => `postgresql://${userName}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await control(server, ["stop", "--mode=fast", "--wait"]);
    },
  };
}

type Server = { binaries: Binaries; dataFolder: string; logFile: string; user: OperatingUser | undefined };

async function control({ binaries, dataFolder, user }: Server, args: readonly string[]) {
  return await runCommand(binaries.pg_ctl, [...args, "--pgdata", dataFolder], { ...user, cwd: "/" });
}

async function initialise({ binaries, dataFolder, user }: Server, password: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // Outside the data folder (initdb wants it empty) and readable by the operating user only.
  const passwordFile = `${dataFolder}.initial-password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  const result = await runCommand(
    binaries.initdb,
    [
      `--pgdata=${dataFolder}`,
      `--username=${userName}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--lc-messages=C",
    ],
    { ...user, cwd: "/" },
  );
  await rm(passwordFile, { force: true });
  if (result.code === 0) return;
  await rm(dataFolder, { recursive: true, force: true });
  throw new StartUpError(
    `The embedded PostgreSQL could not be set up in ${dataFolder}: ${lastLines(result.output)}`,
  );
}

async function checkVersion(dataFolder: string): Promise<void> {
  const version = (await readFile(join(dataFolder, "PG_VERSION"), "utf8")).trim();
  if (version === majorVersion) return;
  throw new StartUpError(
    `The database in ${dataFolder} was made by PostgreSQL ${version}; this Touchstone carries PostgreSQL ${majorVersion}. Use the Touchstone that made it, or move its data with pg_dump.`,
  );
}

/** The port of a server that already runs on these files: the fourth line of its postmaster.pid. */
async function runningPort(server: Server): Promise<number | undefined> {
  const status = await control(server, ["status"]);
  if (status.code !== 0) return undefined;
  const lines = (await readFile(join(server.dataFolder, "postmaster.pid"), "utf8")).split("\n");
  return Number(lines[3]);
}

async function launch(server: Server, settings: readonly string[]): Promise<number> {
  const port = await freePort();
  await appendFile(server.logFile, "");
  if (server.user !== undefined) {
    await chown(server.logFile, server.user.uid, server.user.gid);
    await chmod(server.logFile, 0o640);
  }
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=120", ...settings]
    .map((setting) => `-c ${setting}`)
    .join(" ");
  const started = await control(server, [
    "start",
    "--wait",
    "--timeout=60",
    `--log=${server.logFile}`,
    `--options=-p ${port} ${flags}`,
  ]);
  if (started.code === 0) return port;
  const log = await readFile(server.logFile, "utf8").catch(() => started.output);
  throw new StartUpError(
    `The embedded PostgreSQL did not start: ${lastLines(log)} (its log is ${server.logFile})`,
  );
}

async function readOrCreatePassword(path: string): Promise<string> {
  await writeFile(path, randomBytes(24).toString("hex"), { flag: "wx", mode: 0o600 }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    },
  );
  return (await readFile(path, "utf8")).trim();
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" ");
}
