import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { ProposalCost } from "#lib/graders/proposals/proposal.ts";

/** What a proposed grader costs, in a few words. */
export function costWords(cost: ProposalCost): string {
  switch (cost.type) {
    case "free":
      return "free";
    case "own-machine":
      return "free, runs on this machine";
    case "judge":
      return cost.microUsdPer1000 === null
        ? `paid: ${cost.model} judges, at a price that is not known`
        : `about ${formatMicroUsd(cost.microUsdPer1000)} per 1,000 answers, judged by ${cost.model}`;
  }
}
