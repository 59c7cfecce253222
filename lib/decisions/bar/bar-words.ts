import { casesWords, moneyWords, msWords, percentWords, pointsWords } from "../words/figure-words.ts";
import type { Bar } from "./bar-schema.ts";

/** The bar in words: one line for each thing that it asks. */
export function barWords({ policy, costPer1000MicroUsd, selfHostedOnly }: Bar): string[] {
  const { passRate, regression, critical, slices, latencyP95Ms, costPerCaseMicroUsd } = policy;
  const { withoutVerdictShare, minimumCases } = policy;
  const lines = [
    passRate !== null && `Pass rate of at least ${percentWords(passRate)}, by its lower 95 % limit`,
    ...slices.map(
      ({ dimension, value, passRate: floor }) =>
        `Pass rate of at least ${percentWords(floor)} where ${dimension} is ${value}, by its lower limit with Holm's correction`,
    ),
    regression !== null &&
      `No loss of as much as ${pointsWords(regression.margin)} against the approved baseline, paired`,
    critical !== null &&
      `No newly failing critical case (critical graders${critical.tag === null ? "" : `, or the tag ${critical.tag}`})`,
    latencyP95Ms !== null && `p95 latency of at most ${msWords(latencyP95Ms)}, by its upper 95 % limit`,
    costPerCaseMicroUsd !== null && `Mean cost of an answer of at most ${moneyWords(costPerCaseMicroUsd)}`,
    costPer1000MicroUsd !== null &&
      `Cost per 1,000 requests of at most ${moneyWords(costPer1000MicroUsd)}, by its upper 95 % limit`,
    withoutVerdictShare !== null &&
      `At most ${percentWords(withoutVerdictShare)} of the planned attempts without a verdict`,
    minimumCases !== null && `At least ${casesWords(minimumCases)} with a verdict`,
    selfHostedOnly && "Self-hosted only",
  ];
  return lines.filter((line) => line !== false);
}
