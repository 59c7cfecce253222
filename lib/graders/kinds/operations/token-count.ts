import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { AttemptFacts, InlineKind } from "../../grader-kind.ts";
import { boundsProblem, boundsText, countBound, withinBounds } from "../../reading/count-bounds.ts";

const configSchema = z
  .strictObject({
    which: z.enum(["completion", "prompt", "total"]),
    minimum: countBound,
    maximum: countBound,
  })
  .superRefine((bounds, context) => {
    const problem = boundsProblem(bounds);
    if (problem !== null)
      context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });
export type TokenCountConfig = z.output<typeof configSchema>;

const named = { completion: "The answer", prompt: "The prompt", total: "Prompt and answer" };

/** 1 when the provider counted as many tokens as are allowed, else 0. Unscored when it did not count them. */
export const tokenCount: InlineKind<TokenCountConfig> = {
  kind: "token-count",
  execution: "inline",
  family: "operations",
  label: "Token limit",
  explanation: "Passes when the prompt, the answer or both have no more tokens than you allow.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { which: "completion", minimum: null, maximum: 1_000 },
  compile({ which, ...bounds }) {
    const wish = boundsText(bounds);
    return ({ attempt }) => {
      const count = attempt === undefined ? null : tokensOf(attempt, which);
      if (count === null) return unscored(`How many tokens ${named[which].toLowerCase()} had is not known.`);
      const has = `${named[which]} had ${count.toLocaleString("en-GB")} tokens; asked for: ${wish}.`;
      return scored(withinBounds(count, bounds) ? 1 : 0, has, { tokens: count });
    };
  },
};

function tokensOf(facts: AttemptFacts, which: TokenCountConfig["which"]): number | null {
  const { promptTokens, completionTokens } = facts;
  if (which === "prompt") return promptTokens;
  if (which === "completion") return completionTokens;
  return promptTokens === null || completionTokens === null ? null : promptTokens + completionTokens;
}
