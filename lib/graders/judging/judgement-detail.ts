import type { JsonValue } from "../grader-kind.ts";
import type { Ballot, Judgements } from "./ask-judges.ts";
import { boundedPrompt } from "./bounded-prompt.ts";

/** What is kept of judgements with a grade: who said what, how far they disagree, and the prompt as it was sent. */
export function judgementDetail<Verdict>(
  { byJudge, messages }: Pick<Judgements<Verdict>, "byJudge" | "messages">,
  disagreement: number,
  toJson: (verdict: Verdict) => JsonValue,
  more: { [key: string]: JsonValue } = {},
): JsonValue {
  return {
    ...more,
    disagreement,
    judgements: byJudge.flat().map((ballot) => ({
      judge: ballot.judge,
      ...(ballot.verdict === null
        ? { problem: ballot.problem, raw: ballot.raw }
        : { verdict: toJson(ballot.verdict) }),
    })),
    prompt: boundedPrompt(messages),
  };
}

/** Why a panel has no verdict: the problem of the first that could not be read, or that they do not agree. */
export function noVerdictReason<Verdict>(byJudge: readonly (readonly Ballot<Verdict>[])[]): string {
  const ballots = byJudge.flat();
  const problem = ballots.find((ballot) => ballot.problem !== null)?.problem;
  const readable = ballots.filter((ballot) => ballot.verdict !== null).length;
  if (problem && readable === 0) return problem;
  const unread = ballots.length - readable;
  const count = unread > 0 ? ` ${unread} of ${ballots.length} judgements could not be read.` : "";
  return `There is no majority among ${ballots.length} judgements.${count}`;
}

/** " 2 of 3 judgements agree." where they do not all agree, else nothing. */
export function disagreementNote(disagreement: number, asked: number): string {
  return disagreement === 0
    ? ""
    : ` The ${asked} judgements disagree: ${Math.round(disagreement * 100)}% say something else.`;
}
