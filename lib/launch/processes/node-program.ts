import { join } from "node:path";
import { env } from "#lib/env/env.ts";

export const projectFolder = join(import.meta.dirname, "..", "..", "..");

/** Flags for every Node process of the project: Prisma's engine loads WebAssembly in a way that Node 24 still warns about. */
export const nodeFlags = ["--disable-warning=ExperimentalWarning"];

/** And for workers: their objects are short-lived and many, and left to itself the heap grows with the rate (measured: 333 MB to 222 MB). */
export function workerFlags(): string[] {
  return ["--max-semi-space-size=8", `--max-old-space-size=${env().TOUCHSTONE_WORKER_HEAP_MB}`];
}

/**
 * The same for what Node takes beside its heap, where the C library is glibc: it keeps what is freed for each thread apart, and gives
 * little of it back (measured with bench/run-engine.ts: 267 MB to 230 MB). What V8 takes while it compiles comes in pieces of 32 KB and
 * lies scattered later: mapped one by one they are given back whole (258 MB to 226 MB, as many cases a second).
 */
export const workerMemory = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "32768",
};
