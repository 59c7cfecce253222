import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartUpError } from "./start-up-error.ts";

/** Holds the data folder for this process; a lock whose process is gone is taken over. */
export function takeLaunchLock(home: string): { release(): void } {
  const path = join(home, "launch.pid");
  mkdirSync(home, { recursive: true });
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = Number(readFileSync(path, "utf8"));
      if (isTouchstone(holder)) {
        throw new StartUpError(
          `Touchstone is running on the data folder ${home} already (process ${holder}). Stop it first, or set TOUCHSTONE_HOME to another folder.`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new StartUpError(`The data folder ${home} is being started by another process. Try again.`);
}

/** The number of a dead process may have been given to any other program since. */
function isTouchstone(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("launch/main.ts");
  } catch {
    return process.platform !== "linux";
  }
}
