import type { GradeResult, JsonValue } from "../../grader-kind.ts";
import type { Ballot, Judgements } from "../ask-judges.ts";
import { disagreementNote, judgementDetail, noVerdictReason } from "../judgement-detail.ts";
import { decideVotes } from "../verdicts/decide-votes.ts";
import type { ChoiceVerdict } from "./choice-question.ts";

/** The grade from labels: the score of the label that the panel's majority says. */
export function gradeChoice(
  judgements: Judgements<ChoiceVerdict>,
  scoreOf: (label: string) => number,
  more: { [key: string]: JsonValue } = {},
): GradeResult {
  const { byJudge, usage } = judgements;
  const votes = byJudge.map((ballots) => ballots.map(({ verdict }) => verdict?.label ?? null));
  const decision = decideVotes(votes);
  const describe = (verdict: ChoiceVerdict) => ({ choice: verdict.label, reason: verdict.reason });
  const detail = judgementDetail(judgements, decision.disagreement, describe, more);
  if (decision.type === "undecided")
    return { status: "unscored", reason: noVerdictReason(byJudge), detail, usage };
  const note = disagreementNote(decision.disagreement, byJudge.flat().length);
  const reason = `${decision.key}. ${reasonFor(byJudge, decision.key)}${note}`;
  return { status: "scored", score: scoreOf(decision.key), reason, detail, usage };
}

function reasonFor(byJudge: readonly (readonly Ballot<ChoiceVerdict>[])[], label: string): string {
  const reasons = byJudge.flat().flatMap(({ verdict }) => (verdict?.label === label ? verdict.reason : []));
  return reasons.find((reason) => reason !== "") ?? "The judge gave no reason.";
}
