import type { GraderFacts, LabelCounts } from "./audit-note.ts";
import { type LabelAgreement, labelAgreement } from "./label-agreement.ts";

export type GraderAgreement = LabelAgreement & { graderId: string; graderName: string; number: number };

/** Graders whose answers people have judged too, in the order of the graders. */
export function graderAgreements(
  graders: readonly GraderFacts[],
  labels: readonly LabelCounts[],
): GraderAgreement[] {
  return graders.flatMap(({ graderId, name, number, versionId }) => {
    const counts = labels.find(({ grader }) => grader === versionId);
    const found = counts === undefined ? null : labelAgreement(counts);
    return found === null ? [] : [{ graderId, graderName: name, number, ...found }];
  });
}
