import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/** Seconds of processor time that a process and the processes below it have used so far. Linux only; 0 elsewhere. */
export function cpuSecondsBelow(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return 0;
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const family = new Set([pid]);
  for (const { id, parent } of processes.sort((a, b) => a.id - b.id)) if (family.has(parent)) family.add(id);
  return processes.filter(({ id }) => family.has(id)).reduce((sum, { seconds }) => sum + seconds, 0);
}

function readProcess(id: number): { id: number; parent: number; seconds: number }[] {
  try {
    // The name of the program is in parentheses and may hold spaces.
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return [
      { id, parent: fields[1] ?? 0, seconds: (user + system + endedUser + endedSystem) / ticksPerSecond },
    ];
  } catch {
    return [];
  }
}
