import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import type { ScoreKind } from "#lib/stats/method/method-question.ts";
import type { Scorecard } from "../scorecard.ts";

/** The name of the method behind an interval, and why it is the one, as pages print them. */
export type RunMethod = { name: string; why: string };

type Measured = Pick<Scorecard, "unit" | "passRate"> & { counts: { planned: number } };

/** Which interval the pass rates, the floors or the mean scores of a run have. Null for a run without cases. */
export function runMethod(
  { unit, passRate, counts }: Measured,
  repetitions: number,
  asked: { score: Extract<ScoreKind, "binary" | "graded" | "quantile">; question: "estimate" | "floor" },
): RunMethod | null {
  const cases = Math.round(counts.planned / repetitions);
  const clusters = unit === "cluster" ? Math.min(cases, passRate?.units ?? cases) : null;
  const choice = chooseMethod({
    ...asked,
    cases,
    repetitions,
    clusters,
    labels: { kind: "none" },
    family: 1,
    skewed: false,
  });
  return choice.kind === "interval" ? { name: METHOD_NAMES[choice.interval], why: choice.why } : null;
}
