import type { GradeInput } from "../grader-kind.ts";
import { type Graded, openGrader } from "../open-grader.ts";
import { graderKind } from "../registry.ts";
import { localServices } from "../services/local-services.ts";

/** A kind that runs programs, with its defaults and some of its settings changed. The caller closes the program runner at its end. */
export function isolatedGrader(
  kind: string,
  settings: Record<string, unknown>,
): (given: Partial<GradeInput>) => Promise<Graded> {
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  const config = { ...Object(defaults), ...settings };
  const opened = openGrader({ kind, config, direction, threshold }, localServices());
  const signal = new AbortController().signal;
  return async (given) =>
    opened.grade({ input: {}, expected: null, output: "", metadata: {}, ...given }, signal);
}
