import type { GradeUsage } from "../grader-kind.ts";
import { addUsage, noUsage } from "./usage.ts";

/**
 * No new calls may be made: the run halts, and what is not judged yet is judged by whoever goes on with it. `usage` is what calls for
 * the unfinished judgement were paid for already.
 */
export class ServicesStopped extends Error {
  override readonly name = "ServicesStopped";
  readonly usage: GradeUsage;

  constructor(usage: GradeUsage = noUsage) {
    super("Grading was stopped before the answer was judged.");
    this.usage = usage;
  }
}

/**
 * The values of calls that have all ended. When one of them was stopped, throws what the others were paid for with it, so that no
 * money is forgotten.
 */
export function allOrStopped<Value>(
  settled: readonly PromiseSettledResult<Value>[],
  usageOf: (value: Value) => GradeUsage | undefined,
): Value[] {
  const rejected = settled.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
  const values = settled.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value);
  if (rejected.length === 0) return values;
  const other = rejected.find((reason) => !(reason instanceof ServicesStopped));
  if (other !== undefined) throw other;
  const stopped = rejected.filter((reason) => reason instanceof ServicesStopped);
  const paid = [...stopped.map(({ usage }) => usage), ...values.flatMap((value) => usageOf(value) ?? [])];
  throw new ServicesStopped(addUsage(paid));
}

/** An error with what was paid before it, where it says that calls were stopped; any other error as it is. */
export function withPaid(error: unknown, usage: GradeUsage): unknown {
  return error instanceof ServicesStopped ? new ServicesStopped(addUsage([error.usage, usage])) : error;
}
