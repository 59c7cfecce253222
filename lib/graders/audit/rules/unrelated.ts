import { pearsonInterval } from "#lib/stats/correlation/pearson-interval.ts";
import { type AuditNote, type AuditRule, fewestGrades, noteOn, type PairFacts } from "../audit-note.ts";
import { counted } from "../audit-words.ts";

/** A correlation within these bounds is none. */
const NONE = 0.2;

/** A grader of content whose score moves with that of no other: each interval lies near 0. */
export const unrelated: AuditRule = (grader, { pairs, graders }): AuditNote | null => {
  if (grader.family === "operations") return null;
  const others = graders.filter(
    ({ versionId, family }) => versionId !== grader.versionId && family !== "operations",
  );
  const related = others.flatMap(({ versionId, name }) => {
    const pair = pairs.find((one) => joins(one, grader.versionId, versionId));
    const total = pair === undefined ? 0 : countOf(pair);
    if (pair === undefined || pair.correlation === null || total < fewestGrades) return [];
    const interval = pearsonInterval({ correlation: pair.correlation, total });
    return interval === null ? [] : [{ name, total, ...interval }];
  });
  if (related.length === 0 || related.some(({ lower, upper }) => lower < -NONE || upper > NONE)) return null;
  const [closest] = related.toSorted((first, second) => Math.abs(second.estimate) - Math.abs(first.estimate));
  if (closest === undefined) return null;
  return noteOn(grader, {
    rule: "unrelated",
    title: "Its score moves with no other",
    text: `The closest is ${closest.name}, with a correlation of ${closest.estimate.toFixed(2)} (${closest.lower.toFixed(2)} to ${closest.upper.toFixed(2)}) over ${counted(closest.total)} answers. It measures something of its own, or nothing: read some answers that it fails.`,
    method: `Pearson with Fisher's interval, 95 %, in run ${grader.runNumber}`,
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all", failedBy: grader.versionId },
  });
};

function joins({ first, second }: PairFacts, one: string, other: string): boolean {
  return (first === one && second === other) || (first === other && second === one);
}

function countOf({ bothPassed, bothFailed, firstOnly, secondOnly }: PairFacts): number {
  return bothPassed + bothFailed + firstOnly + secondOnly;
}
