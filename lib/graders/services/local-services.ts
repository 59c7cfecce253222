import { openProgramRunner } from "../programs/local-programs.ts";
import type { GraderServices } from "./grader-services.ts";
import { noServices } from "./no-services.ts";

/** What this process can do by itself: it runs programs on this machine. */
export function localServices(): GraderServices {
  return { ...noServices, programs: openProgramRunner() };
}
