import { mkdir, statfs } from "node:fs/promises";
import { isPortFree } from "./free-port.ts";
import { StartUpError } from "./start-up-error.ts";

const minimumFreeBytes = 500 * 1024 * 1024;

export async function makeDataFolder(home: string): Promise<void> {
  await mkdir(home, { recursive: true }).catch((error: Error) => {
    throw new StartUpError(
      `The data folder ${home} cannot be made (${error.message}). Set TOUCHSTONE_HOME to a folder you may write to.`,
    );
  });
}

/** Refuses to start where it could only fail later: no room on the disk, or somebody else on the port. */
export async function checkSurroundings(home: string, port: number): Promise<void> {
  const disk = await statfs(home);
  const free = disk.bavail * disk.bsize;
  if (free < minimumFreeBytes) {
    const megabytes = Math.floor(free / 1024 / 1024);
    throw new StartUpError(
      `There are only ${megabytes} MB free where the data folder ${home} is; Touchstone needs at least 500 MB. Make room or set TOUCHSTONE_HOME.`,
    );
  }
  if (!(await isPortFree(port))) {
    throw new StartUpError(
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=3100 npm start`,
    );
  }
}
