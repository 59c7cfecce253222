import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { boundsProblem, boundsText, countBound, withinBounds } from "../../reading/count-bounds.ts";
import { calledTools } from "../../tools/called-tools.ts";

const configSchema = z
  .strictObject({
    minimum: countBound,
    maximum: countBound,
    /** Count only calls of this tool; empty counts all. */
    tool: z.string().trim().max(200),
  })
  .superRefine((bounds, context) => {
    const problem = boundsProblem(bounds);
    if (problem !== null)
      context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });
export type StepCountConfig = z.output<typeof configSchema>;

/** 1 when the model called tools at least `minimum` and at most `maximum` times, else 0. */
export const stepCount: InlineKind<StepCountConfig> = {
  kind: "step-count",
  execution: "inline",
  family: "agents",
  label: "Step count",
  explanation: "Passes when the model called tools no more and no less often than you allow.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { minimum: null, maximum: 10, tool: "" },
  compile({ tool, ...bounds }) {
    const wish = boundsText(bounds);
    const what = tool === "" ? "tools" : `the tool “${tool}”`;
    return (input) => {
      const called = calledTools(input);
      if (called.status === "unknown") return unscored(called.reason);
      const count =
        tool === "" ? called.calls.length : called.calls.filter((call) => call.name === tool).length;
      const reason = `The model called ${what} ${count === 1 ? "once" : `${count} times`}; asked for: ${wish}.`;
      return scored(withinBounds(count, bounds) ? 1 : 0, reason, { calls: count });
    };
  },
};
