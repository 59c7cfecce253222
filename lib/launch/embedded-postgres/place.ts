import { createHash } from "node:crypto";
import { chown, cp, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { OperatingUser } from "./operating-user.ts";

export type Place = { dataFolder: string; binaries: Binaries };

/**
 * Where the database's files and programs live: in the data folder, unless that (or node_modules) is inside a folder that the
 * operating user may not enter, such as /root. Then both go under /var/lib/touchstone, in a folder of this data folder's own.
 */
export async function findPlace(
  home: string,
  binaries: Binaries,
  user: OperatingUser | undefined,
): Promise<Place> {
  const dataFolder = join(home, "postgres");
  await mkdir(home, { recursive: true });
  if (user === undefined) return { dataFolder, binaries };

  const reachable = (await canEnter(home)) && (await canEnter(dirname(binaries.postgres)));
  const base = reachable
    ? home
    : join("/var/lib/touchstone", createHash("sha256").update(home).digest("hex").slice(0, 12));
  const place = reachable
    ? { dataFolder, binaries }
    : { dataFolder: join(base, "postgres"), binaries: await copyPrograms(base, binaries) };
  await mkdir(place.dataFolder, { recursive: true, mode: 0o700 });
  await chown(place.dataFolder, user.uid, user.gid);
  return place;
}

async function canEnter(folder: string): Promise<boolean> {
  const mode = (await stat(folder)).mode;
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || (await canEnter(dirname(folder)));
}

async function copyPrograms(base: string, binaries: Binaries): Promise<Binaries> {
  const source = dirname(dirname(binaries.postgres));
  const target = join(base, "programs");
  await cp(source, target, { recursive: true, force: false, verbatimSymlinks: true });
  const moved = (path: string) => join(target, "bin", basename(path));
  return {
    postgres: moved(binaries.postgres),
    initdb: moved(binaries.initdb),
    pg_ctl: moved(binaries.pg_ctl),
  };
}
