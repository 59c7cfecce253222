import { join } from "node:path";

export const projectFolder = join(import.meta.dirname, "..", "..", "..");

/** Flags for every Node process of the project: Prisma's engine loads WebAssembly in a way that Node 24 still warns about. */
export const nodeFlags = ["--disable-warning=ExperimentalWarning"];
