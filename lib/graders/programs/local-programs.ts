import { availableParallelism } from "node:os";
import { createProgramPool, type ProgramPool } from "./program-pool.ts";

const IDLE_MS = 60_000;
const MAX_PROCESSES = 4;

// Kept on globalThis: pages are bundled in several pieces, each with modules of its own, and the pool is one for the whole process.
const globalStore = globalThis as typeof globalThis & { touchstonePrograms?: ProgramPool };

/** The programs of this process. Nothing is started before the first request; `close` ends what runs. */
export function openProgramRunner(): ProgramPool {
  const size = Math.min(MAX_PROCESSES, Math.max(2, availableParallelism()));
  globalStore.touchstonePrograms ??= createProgramPool({ size, idleMs: IDLE_MS });
  return globalStore.touchstonePrograms;
}
