import { policyLines } from "#lib/gates/policy/policy-lines.ts";
import { moneyWords } from "../words/figure-words.ts";
import type { Bar } from "./bar-schema.ts";

/** The bar in words: one line for each thing that it asks, those of the policy as gates print them. */
export function barWords({ policy, costPer1000MicroUsd, selfHostedOnly, licences }: Bar): string[] {
  return [
    ...policyLines(policy).map(({ subject, text }) => `${subject}: ${text}`),
    ...(costPer1000MicroUsd === null
      ? []
      : [`Cost of 1,000 requests: at most ${moneyWords(costPer1000MicroUsd)}, by its upper 95 % limit`]),
    ...(selfHostedOnly ? ["Self-hosted only"] : []),
    ...(licences.length > 0 ? [`Licence: ${licences.join(" or ")}`] : []),
  ];
}
