import type { GradeInput } from "../grader-kind.ts";
import { type Graded, type GraderVersionRule, openGrader } from "../open-grader.ts";
import { noServices } from "../services/no-services.ts";

/** The function of a grader version that needs no service. */
export function inlineGrader(version: GraderVersionRule): (input: GradeInput) => Graded {
  const opened = openGrader(version, noServices);
  if (opened.execution !== "inline") throw new Error(`The grader ${version.kind} is not inline.`);
  return opened.grade;
}
