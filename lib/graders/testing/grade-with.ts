import type { Graded } from "../open-grader.ts";
import { graderKind } from "../registry.ts";
import { inlineGrader } from "./inline-grader.ts";

/** Grades one answer with a kind's defaults and some of its settings changed. */
export function gradeWith(
  kind: string,
  config: Record<string, unknown>,
  { expected, output }: { expected?: unknown; output: string },
): Graded {
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  const grade = inlineGrader({ kind, config: { ...Object(defaults), ...config }, direction, threshold });
  return grade({ input: {}, expected, output, metadata: {} });
}
