import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { GradeInput, InlineKind } from "../../grader-kind.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { quote } from "../../reading/quote.ts";
import { calledTools } from "../../tools/called-tools.ts";
import { callMatches, matchInAnyOrder, matchInOrder } from "../../tools/match-calls.ts";
import { maxToolCalls, type ToolCall, toolCallsFrom } from "../../tools/tool-call.ts";

const configSchema = z.strictObject({
  source: z.enum(["expected", "metadata"]),
  /** The field of the case's metadata that holds the expected calls. */
  metadataField: z.string().trim().min(1, "Name the field.").max(200),
  order: z.enum(["same", "any"]),
  /** Calls that were not expected, between the expected ones or after them. */
  extraCalls: z.enum(["allow", "fail"]),
  arguments: z.enum(["ignore", "partial", "exact"]),
  ignoredArguments: z
    .array(z.string().trim().min(1, "Name the argument.").max(200))
    .max(100, "At most 100 arguments."),
  score: z.enum(["all", "f1"]),
});
export type ToolCallsConfig = z.output<typeof configSchema>;

/**
 * Compares the tools that were called with the expected calls. `all`: 1 when every expected call was made (in the same order, and
 * without others, where that is asked for), else 0. `f1`: 2 x matched / (expected + made), in 0..1; without expected calls and without
 * calls it is 1. In the same order, the longest common subsequence is matched; in any order, as many calls as can be.
 */
export const toolCalls: InlineKind<ToolCallsConfig> = {
  kind: "tool-calls",
  execution: "inline",
  family: "agents",
  label: "Tool calls",
  explanation: "Passes when the model called the expected tools with the expected arguments.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {
    source: "expected",
    metadataField: "toolCalls",
    order: "same",
    extraCalls: "allow",
    arguments: "partial",
    ignoredArguments: [],
    score: "all",
  },
  compile(config) {
    const rule = { arguments: config.arguments, ignored: new Set(config.ignoredArguments) };
    const matches = (expected: ToolCall, actual: ToolCall) => callMatches(expected, actual, rule);
    const match = config.order === "same" ? matchInOrder : matchInAnyOrder;
    return (input) => {
      const wish = expectedValue(config, input);
      if (wish === undefined || wish === null)
        return config.source === "expected"
          ? noExpectedValue
          : unscored(
              `The metadata of this case has no field ${quote(config.metadataField)} with the expected calls.`,
            );
      const expected = toolCallsFrom(wish);
      if (expected === null || expected.length > maxToolCalls)
        return unscored(
          "The expected value is not a list of tool calls such as [{“name”: “search”, “arguments”: {}}].",
        );
      const called = calledTools(input);
      if (called.status === "unknown") return unscored(called.reason);
      const matching = match(expected, called.calls, matches);
      const matched = matching.filter((place) => place !== -1).length;
      const extra = called.calls.filter((_, place) => !matching.includes(place));
      const isComplete = matched === expected.length && (config.extraCalls === "allow" || extra.length === 0);
      const missing = expected.filter((_, index) => matching[index] === -1);
      const score =
        config.score === "all" ? (isComplete ? 1 : 0) : f1(matched, expected.length, called.calls.length);
      const reason = told({
        expected,
        called: called.calls,
        missing,
        extra,
        matched,
        countsExtra: !(config.score === "all" && config.extraCalls === "allow"),
      });
      return scored(score, reason, {
        expected: expected.map(shown),
        called: called.calls.map(shown),
        matched,
      });
    };
  },
};

function expectedValue(
  { source, metadataField }: ToolCallsConfig,
  { expected, metadata }: GradeInput,
): unknown {
  if (source === "metadata")
    return Object.hasOwn(metadata, metadataField) ? metadata[metadataField] : undefined;
  if (typeof expected !== "string") return expected;
  const reading = jsonFromText(expected, { allowFence: false });
  return reading.status === "json" ? reading.value : [expected];
}

function f1(matched: number, expected: number, called: number): number {
  return expected + called === 0 ? 1 : (2 * matched) / (expected + called);
}

type Comparison = {
  expected: readonly ToolCall[];
  called: readonly ToolCall[];
  missing: readonly ToolCall[];
  extra: readonly ToolCall[];
  matched: number;
  countsExtra: boolean;
};

function told({ expected, called, missing, extra, matched, countsExtra }: Comparison): string {
  if (expected.length === 0 && called.length === 0) return "No tool was expected, and none was called.";
  const [first] = missing;
  if (first !== undefined) {
    const share = `${matched} of ${expected.length} expected calls were made`;
    if (called.length === 0) return `${share}: the model called no tool; expected ${shown(first)}.`;
    const sameName = extra.find((call) => call.name === first.name);
    const instead =
      sameName === undefined
        ? `the model called ${called
            .map((call) => quote(call.name, 30))
            .slice(0, 5)
            .join(", ")}`
        : `it was called as ${shown(sameName)}`;
    const order =
      matched < expected.length && sameName !== undefined && sameName.argumentsText === first.argumentsText
        ? " in another order"
        : "";
    return `${share}: ${shown(first)} is missing; ${instead}${order}.`;
  }
  const [unexpected] = extra;
  const all = `All ${expected.length} expected calls were made`;
  if (unexpected === undefined) return `${all}, and no others.`;
  const others = `${extra.length} ${extra.length === 1 ? "other" : "others"} such as ${shown(unexpected)}`;
  return countsExtra ? `${all}, and ${others} that were not expected.` : `${all}; ${others} may be there.`;
}

function shown({ name, argumentsText }: ToolCall): string {
  const given = argumentsText === "{}" || argumentsText === "" ? "" : argumentsText;
  return `${name.slice(0, 60)}(${given.length <= 80 ? given : `${given.slice(0, 80)}…`})`;
}
