import type { Candidate } from "../board/board-schema.ts";
import { decidingRules } from "../weighing/standing.ts";

/** Why the choice of this model needs a waiver, or null. A bar that asks for nothing is no reason to choose. */
export function waiverReason({ model, standing, rules }: Pick<Candidate, "model" | "standing" | "rules">) {
  switch (standing) {
    case "clears":
      return null;
    case null:
      return "No bar was set, so nothing shows that this model is good enough.";
    case "misses":
      return `${model.name} misses the bar. ${sentencesOf(rules)}`;
    case "not enough evidence":
      return `It is not proven that ${model.name} clears the bar. ${sentencesOf(rules)}`;
  }
}

function sentencesOf(rules: Candidate["rules"]): string {
  return decidingRules(rules)
    .map(({ sentence }) => sentence)
    .join(" ");
}
