import { binaryDecision } from "./binary-decision.ts";
import { decidePassed } from "./decide-passed.ts";
import type {
  CompiledGrader,
  Direction,
  GradeInput,
  GradeResult,
  GradeUsage,
  JsonValue,
} from "./grader-kind.ts";
import { cutText, cutTexts } from "./reading/cut-texts.ts";
import { PatternBudgetError } from "./reading/safe-pattern.ts";
import { findGraderKind } from "./registry.ts";
import type { GraderServices } from "./services/grader-services.ts";
import { ServicesStopped } from "./services/services-stopped.ts";

export type GraderVersionRule = {
  kind: string;
  config: unknown;
  direction: Direction;
  threshold: number;
};

type Told = { reason: string; detail?: JsonValue; usage?: GradeUsage };
export type Graded =
  | ({ status: "scored"; score: number; passed: boolean } & Told)
  | ({ status: "unscored" } & Told);

export type OpenedGrader =
  | { execution: "inline"; grade(input: GradeInput): Graded }
  /** Rejects only when `signal` is aborted, or with `ServicesStopped`. */
  | { execution: "isolated" | "remote"; grade(input: GradeInput, signal: AbortSignal): Promise<Graded> };

const MAX_REASON_CHARS = 1_000;
const MAX_DETAIL_TEXT_CHARS = 2_000;

/**
 * The function of a stored grader version. Neither this nor what it returns ever throws: a kind that does not exist, a configuration
 * that does not parse, an exception inside the kind and a score that is not a number in 0..1 all give `unscored` with the reason.
 * Reasons and details are cut; what PostgreSQL refuses is repaired where they are stored.
 */
export function openGrader(version: GraderVersionRule, services: GraderServices): OpenedGrader {
  const finish = (result: GradeResult) => toGraded(version, result);
  const always = (reason: string): OpenedGrader => ({
    execution: "inline",
    grade: () => finish({ status: "unscored", reason }),
  });
  const { kind, config } = version;
  const found = findGraderKind(kind);
  if (found === null) return always(`This version of Touchstone has no grader of the kind “${kind}”.`);
  const parsed = found.configSchema.safeParse(config);
  if (!parsed.success) {
    const problem = parsed.error.issues[0]?.message ?? "it cannot be read";
    return always(`The grader's configuration is not valid: ${problem}`);
  }
  const isNegated = found.binary && binaryDecision(version) === "not-met";
  try {
    if (found.execution === "inline") {
      const compiled = found.compile(parsed.data);
      return isNegated
        ? { execution: "inline", grade: (input) => finish(turned(runInline(compiled, input))) }
        : { execution: "inline", grade: (input) => finish(runInline(compiled, input)) };
    }
    const opened = found.open(parsed.data, services);
    return {
      execution: found.execution,
      grade: async (input, signal) => {
        try {
          const result = await opened(input, signal);
          return finish(isNegated ? turned(result) : result);
        } catch (error) {
          if (signal.aborted || error instanceof ServicesStopped) throw error;
          return finish(couldNotJudge(error));
        }
      },
    };
  } catch (error) {
    return always(`The grader could not be prepared: ${sentence(error)}`);
  }
}

/** Objects are written out, not spread: this runs for every grade, and spreading took a third of the time of an exact match. */
function toGraded({ threshold, direction }: GraderVersionRule, result: GradeResult): Graded {
  const reason = cutText(result.reason, MAX_REASON_CHARS);
  const graded = verdict(result, reason, threshold, direction);
  if (result.detail !== undefined) graded.detail = cutTexts(result.detail, MAX_DETAIL_TEXT_CHARS);
  if (result.usage !== undefined) graded.usage = result.usage;
  return graded;
}

function verdict(result: GradeResult, reason: string, threshold: number, direction: Direction): Graded {
  if (result.status === "unscored") return { status: "unscored", reason };
  const { score } = result;
  if (score >= 0 && score <= 1)
    return { status: "scored", score, passed: decidePassed({ score, threshold, direction }), reason };
  return {
    status: "unscored",
    reason: `The grader gave the score ${score}, which is not a number from 0 to 1.`,
  };
}

/** The reason of a negated grader: the same finding, and what it means here. */
function turned(result: GradeResult): GradeResult {
  if (result.status === "unscored") return result;
  const meaning =
    result.score === 1 ? "That is what this grader does not want." : "That is what this grader wants.";
  return { ...result, reason: `${cutText(result.reason, MAX_REASON_CHARS - 50)} ${meaning}` };
}

function runInline(grader: CompiledGrader, input: GradeInput): GradeResult {
  try {
    return grader(input);
  } catch (error) {
    return couldNotJudge(error);
  }
}

function couldNotJudge(error: unknown): GradeResult {
  return { status: "unscored", reason: `The grader could not judge this answer: ${sentence(error)}` };
}

function sentence(error: unknown): string {
  // What V8 throws when a recursion is too deep; the message is always this one.
  if (error instanceof RangeError && error.message.includes("call stack")) return "it is nested too deeply.";
  if (error instanceof PatternBudgetError) return `${error.message}.`;
  return error instanceof Error ? error.message : String(error);
}
