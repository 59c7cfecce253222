import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  allowed: z
    .array(z.string().trim().min(1, "Name a reason.").max(100, "A reason has at most 100 characters."))
    .min(1, "Name at least one reason.")
    .max(20, "At most 20 reasons."),
});
export type FinishReasonConfig = z.output<typeof configSchema>;

const meanings: Record<string, string> = {
  length: "it was cut at its token limit",
  content_filter: "it was withheld by a content filter",
  tool_calls: "it ended with calls of tools",
  stop: "it came to its own end",
};

/** 1 when the answer ended for one of the allowed reasons, else 0; case and - or _ do not matter. Unscored when the reason is not known. */
export const finishReason: InlineKind<FinishReasonConfig> = {
  kind: "finish-reason",
  execution: "inline",
  family: "operations",
  label: "Finish reason",
  explanation: "Passes when the answer ended as it should, and was not cut off or withheld.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { allowed: ["stop"] },
  compile({ allowed }) {
    const names = new Set(allowed.map(fold));
    const wish =
      allowed.length === 1 ? quote(allowed[0] ?? "", 40) : `one of ${quote(allowed.join(", "), 120)}`;
    return ({ attempt }) => {
      const reason = attempt?.finishReason ?? null;
      if (reason === null) return unscored("Why this answer ended is not known.");
      const name = fold(reason);
      const meaning = Object.hasOwn(meanings, name) ? `: ${meanings[name]}` : "";
      const ended = `The answer ended with ${quote(reason, 40)}${meaning}`;
      return names.has(name) ? scored(1, `${ended}.`) : scored(0, `${ended}; expected ${wish}.`);
    };
  },
};

function fold(reason: string): string {
  return reason.trim().toLowerCase().replaceAll("-", "_");
}
