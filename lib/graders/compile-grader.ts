import { decidePassed } from "./decide-passed.ts";
import type { CompiledGrader, Direction, GradeInput, GradeResult, JsonValue } from "./grader-kind.ts";
import { PatternBudgetError } from "./reading/safe-pattern.ts";
import { storableJson, storableText } from "./reading/storable.ts";
import { findGraderKind } from "./registry.ts";

export type GraderVersionRule = {
  kind: string;
  config: unknown;
  direction: Direction;
  threshold: number;
};

export type Graded =
  | { status: "scored"; score: number; passed: boolean; reason: string; detail?: JsonValue }
  | { status: "unscored"; reason: string };

export type CompiledGraderVersion = (input: GradeInput) => Graded;

const MAX_REASON_CHARS = 1_000;
const MAX_DETAIL_TEXT_CHARS = 2_000;

/**
 * The function of a stored grader version. Neither this nor what it returns ever throws: a kind that does not exist, a configuration
 * that does not parse, an exception inside the kind and a score that is not a number in 0..1 all give `unscored` with the reason.
 * Reasons and details hold nothing that PostgreSQL refuses.
 */
export function compileGrader(version: GraderVersionRule): CompiledGraderVersion {
  const grader = compileKind(version);
  return (input) => {
    const result = runKind(grader, input);
    if (result.status === "unscored")
      return { status: "unscored", reason: storableText(result.reason, MAX_REASON_CHARS) };
    if (!(result.score >= 0 && result.score <= 1)) {
      return {
        status: "unscored",
        reason: `The grader gave the score ${result.score}, which is not a number from 0 to 1.`,
      };
    }
    const graded = {
      status: "scored" as const,
      score: result.score,
      passed: decidePassed({
        score: result.score,
        threshold: version.threshold,
        direction: version.direction,
      }),
      reason: storableText(result.reason, MAX_REASON_CHARS),
    };
    if (result.detail === undefined) return graded;
    return { ...graded, detail: storableJson(result.detail, MAX_DETAIL_TEXT_CHARS) };
  };
}

function compileKind({ kind, config }: GraderVersionRule): CompiledGrader {
  const found = findGraderKind(kind);
  if (found === null) {
    return () => ({
      status: "unscored",
      reason: `This version of Touchstone has no grader of the kind “${kind}”.`,
    });
  }
  const parsed = found.configSchema.safeParse(config);
  if (!parsed.success) {
    const problem = parsed.error.issues[0]?.message ?? "it cannot be read";
    return () => ({ status: "unscored", reason: `The grader's configuration is not valid: ${problem}` });
  }
  try {
    return found.compile(parsed.data);
  } catch (error) {
    const reason = `The grader could not be prepared: ${sentence(error)}`;
    return () => ({ status: "unscored", reason });
  }
}

function runKind(grader: CompiledGrader, input: GradeInput): GradeResult {
  try {
    return grader(input);
  } catch (error) {
    return { status: "unscored", reason: `The grader could not judge this answer: ${sentence(error)}` };
  }
}

function sentence(error: unknown): string {
  // What V8 throws when a recursion is too deep; the message is always this one.
  if (error instanceof RangeError && error.message.includes("call stack")) return "it is nested too deeply.";
  if (error instanceof PatternBudgetError) return `${error.message}.`;
  return error instanceof Error ? error.message : String(error);
}
