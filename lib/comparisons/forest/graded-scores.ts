import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";

type Kind = "verdicts" | "shares" | "other";

const kinds = new WeakMap<Float64Array, Kind>();

/** Whether the scores of a grader say more than its verdicts, and can be shown on the axis of shares: from 0 to 1, not only the ends. */
export function hasGradedScores(runs: readonly RunOutcomes[], graderVersionId: string): boolean {
  const found = runs.map(({ graders }) => {
    const grader = graders.find((one) => one.graderVersionId === graderVersionId);
    return grader === undefined ? "other" : kindOf(grader.scores);
  });
  return found.includes("shares") && !found.includes("other");
}

function kindOf(scores: Float64Array): Kind {
  const known = kinds.get(scores) ?? lookAt(scores);
  kinds.set(scores, known);
  return known;
}

function lookAt(scores: Float64Array): Kind {
  let kind: Kind = "verdicts";
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? Number.NaN;
    if (score < 0 || score > 1) return "other";
    if (score > 0 && score < 1) kind = "shares";
  }
  return kind;
}
