import { readFileSync } from "node:fs";

/** A clock tick of Linux, the unit of times in /proc/<pid>/stat: 1/100 s on every platform that Node runs on. */
const TICK_MS = 10;

export type ProcessUsage = { cpuMs: number; residentMb: number };

/** Computing time and resident memory of a process; null where there is no /proc, or no such process. */
export function processUsage(pid: number): ProcessUsage | null {
  try {
    // The name of the program stands in brackets and may hold anything; the fields are counted after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    const resident = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    if (!Number.isFinite(ticks) || resident === undefined) return null;
    return { cpuMs: ticks * TICK_MS, residentMb: Number(resident) / 1_024 };
  } catch {
    return null;
  }
}
