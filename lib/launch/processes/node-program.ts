import { join } from "node:path";
import { env } from "#lib/env/env.ts";

export const projectFolder = join(import.meta.dirname, "..", "..", "..");

/** Flags for every Node process of the project: Prisma's engine loads WebAssembly in a way that Node 24 still warns about. */
export const nodeFlags = ["--disable-warning=ExperimentalWarning"];

/** And for workers: their objects are short-lived and many, and left to itself the heap grows with the rate (measured: 333 MB to 222 MB). */
export function workerFlags(): string[] {
  return ["--max-semi-space-size=8", `--max-old-space-size=${env().TOUCHSTONE_WORKER_HEAP_MB}`];
}
