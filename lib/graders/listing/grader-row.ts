import { binaryDecision, negatedExplanation } from "../binary-decision.ts";
import type { ListedGrader } from "../list-graders.ts";
import { type AnyGraderKind, findGraderKind } from "../registry.ts";

/** A row of the list of graders, as the table and the export show it. */
export type GraderRow = Pick<
  ListedGrader,
  "id" | "name" | "kind" | "direction" | "threshold" | "weight" | "critical" | "datasets"
> & {
  version: number;
  kindLabel: string;
  explanation: string;
  binary: boolean;
  changedAt: Date;
};

export function toGraderRow(grader: ListedGrader): GraderRow {
  const kind = findGraderKind(grader.kind);
  const { id, name, direction, threshold, weight, critical, datasets, changedAt } = grader;
  return {
    id,
    name,
    kind: grader.kind,
    direction,
    threshold,
    weight,
    critical,
    datasets,
    changedAt,
    version: grader.number,
    kindLabel: kind?.label ?? grader.kind,
    explanation: explanationOf(kind, grader),
    binary: kind?.binary ?? false,
  };
}

function explanationOf(kind: AnyGraderKind | null, grader: ListedGrader): string {
  if (kind === null) return "This version of Touchstone does not have this kind of grader.";
  const isNegated = kind.binary && binaryDecision(grader) === "not-met";
  return isNegated ? negatedExplanation(kind.explanation) : kind.explanation;
}
