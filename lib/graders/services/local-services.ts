import type { GraderServices } from "./grader-services.ts";
import { noServices } from "./no-services.ts";

/** What works on this machine alone, without calling anybody. */
export const localServices: Pick<GraderServices, "programs"> = { programs: noServices.programs };
