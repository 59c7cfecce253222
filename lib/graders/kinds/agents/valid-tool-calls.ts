import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, InlineKind } from "../../grader-kind.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { quote } from "../../reading/quote.ts";
import { calledTools } from "../../tools/called-tools.ts";
import type { ToolCall } from "../../tools/tool-call.ts";
import { compileTools, type ToolChecks, ToolDefinitionError } from "../../tools/tool-definitions.ts";

/** Datasets mostly give every case the same tools; this many different lists stay compiled. */
const KEPT_LISTS = 50;

const configSchema = z
  .strictObject({
    source: z.enum(["config", "metadata"]),
    tools: z.array(z.unknown(), "Enter a JSON list of tools."),
    /** The field of the case's metadata that holds the tools. */
    metadataField: z.string().trim().min(1, "Name the field.").max(200),
    withoutCall: z.enum(["fail", "pass", "unscored"]),
  })
  .superRefine((config, context) => {
    if (config.source !== "config") return;
    const problem = toolsProblem(config.tools);
    if (problem !== null) context.addIssue({ code: "custom", path: ["tools"], message: problem });
  });
export type ValidToolCallsConfig = z.output<typeof configSchema>;

/** 1 when every call names a tool that there is, with arguments that its JSON Schema accepts, else 0. */
export const validToolCalls: InlineKind<ValidToolCallsConfig> = {
  kind: "valid-tool-calls",
  execution: "inline",
  family: "agents",
  label: "Valid tool calls",
  explanation: "Passes when the model called only tools that exist, with arguments that they take.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { source: "metadata", tools: [], metadataField: "tools", withoutCall: "fail" },
  compile(config) {
    const checksOf = checksFinder(config);
    return (input) => {
      const checks = checksOf(input);
      if (typeof checks === "string") return unscored(checks);
      const called = calledTools(input);
      if (called.status === "unknown") return unscored(called.reason);
      if (called.calls.length === 0) return withoutCall(config);
      for (const call of called.calls) {
        const problem = problemOf(call, checks);
        if (problem !== null) return problem;
      }
      const count = called.calls.length;
      return scored(1, count === 1 ? "The call is valid." : `All ${count} calls are valid.`);
    };
  },
};

function toolsProblem(tools: unknown): string | null {
  try {
    const isEmpty = compileTools(tools).size === 0;
    return isEmpty ? "Enter at least one tool." : null;
  } catch (error) {
    if (error instanceof ToolDefinitionError) return error.message;
    throw error;
  }
}

/** The checks for a case, or the reason why there are none. */
function checksFinder(config: ValidToolCallsConfig): (input: GradeInput) => ToolChecks | string {
  if (config.source === "config") {
    const checks = compileTools(config.tools);
    return () => checks;
  }
  const kept = new Map<string, ToolChecks | string>();
  return ({ metadata }) => {
    const tools = Object.hasOwn(metadata, config.metadataField) ? metadata[config.metadataField] : undefined;
    if (tools === undefined || tools === null)
      return `The metadata of this case has no field ${quote(config.metadataField)} with the tools.`;
    const key = JSON.stringify(tools);
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_LISTS) kept.clear();
    const checks = compiledOrReason(tools);
    kept.set(key, checks);
    return checks;
  };
}

function compiledOrReason(tools: unknown): ToolChecks | string {
  try {
    return compileTools(tools);
  } catch (error) {
    if (error instanceof ToolDefinitionError)
      return `The tools of this case cannot be used. ${error.message}`;
    throw error;
  }
}

function withoutCall({ withoutCall: rule }: ValidToolCallsConfig): GradeResult {
  const reason = "The model called no tool.";
  if (rule === "unscored") return unscored(reason);
  return scored(rule === "pass" ? 1 : 0, reason);
}

/** Null when the call is valid. */
function problemOf(call: ToolCall, checks: ToolChecks): GradeResult | null {
  const name = quote(call.name, 60);
  const check = checks.get(call.name);
  if (check === undefined) {
    const known = [...checks.keys()].slice(0, 5).map((tool) => quote(tool, 40));
    return scored(0, `There is no tool ${name}; there are ${known.join(", ")}.`);
  }
  if (call.arguments === undefined)
    return scored(0, `The arguments of ${name} are not JSON: ${quote(call.argumentsText, 60)}.`);
  if (isTooDeep(call.arguments)) return unscored(`The arguments of ${name} are nested too deeply to check.`);
  const verdict = check(call.arguments);
  if (verdict.status === "accepted") return null;
  if (verdict.status === "too-large") return unscored(verdict.reason);
  const where = verdict.path === "" ? "they" : `“${verdict.path.slice(1).replaceAll("/", ".")}”`;
  return scored(0, `The arguments of ${name} do not fit: ${where} ${verdict.message}.`, {
    tool: call.name.slice(0, 200),
    path: verdict.path,
  });
}
