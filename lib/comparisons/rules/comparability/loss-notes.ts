import type { ComparedRun } from "../../compared-run.ts";
import { type BucketCounts, pairedTotal } from "../bucket.ts";
import { type ComparabilityNote, casesText } from "./comparability-note.ts";
import type { RunFacts } from "./run-facts.ts";

type Lossy = { run: ComparedRun; facts: RunFacts };
type Pair = {
  a: Lossy;
  b: Lossy;
  counts: BucketCounts;
  difference: number | null;
  /** The same with what has no verdict counted as failed. */
  differenceWithLosses: number | null;
};

/** Above this share what is left out can turn a result, and above the second too little is left to speak for the rest. */
const someLeftOut = 0.05;
const mostLeftOut = 0.2;

/** Cases that both runs plan and that one of them has no verdict on: they count neither way, so what they would have said matters. */
export function lossNote({ a, b, counts, difference, differenceWithLosses }: Pair): ComparabilityNote | null {
  const left = counts.errored + counts.unscored + counts.missing;
  if (left === 0) return null;
  const share = left / (left + pairedTotal(counts));
  const turns = share > someLeftOut && (difference ?? 0) * (differenceWithLosses ?? 0) < 0;
  const withholds = turns || share > mostLeftOut;
  const counted =
    difference === null || differenceWithLosses === null
      ? ""
      : ` Counted as failures, what was lost would make the difference ${signed(differenceWithLosses)} instead of ${signed(difference)} points.`;
  return {
    tone: share > someLeftOut ? "warning" : "info",
    title: "Cases without a verdict",
    text: `${left.toLocaleString("en")} of ${casesText(left + pairedTotal(counts))} in both runs have no verdict in one of them and count neither way. ${attemptsText(a)}; ${attemptsText(b)}.${counted}${withholds ? ` That is too much for a verdict: ${wayOut(counts)}` : ""}`,
    withholds: withholds ? "verdict" : "nothing",
  };
}

/** Trying again helps what errored; what a grader could not judge stays as it is until the grader can. */
function wayOut({ errored, unscored, missing }: BucketCounts): string {
  if (unscored > errored + missing) return "see why the graders could not judge, and grade the run again.";
  return errored > 0 ? "retry the errored attempts first." : "run the missing cases first.";
}

function attemptsText({ run, facts: { attempts } }: Lossy): string {
  const parts = (["errored", "unscored", "missing"] as const)
    .filter((kind) => attempts[kind] > 0)
    .map((kind) => `${attempts[kind].toLocaleString("en")} ${kind}`);
  const lost = parts.length === 0 ? "none lost" : parts.join(", ");
  return `Run ${run.number}: ${lost} of ${attempts.planned.toLocaleString("en")} attempts`;
}

/** An answer that was cut off says more about the limit than about the model. */
export function truncationNote({ a, b }: Pair): ComparabilityNote | null {
  const [one, other] = [truncatedShare(a), truncatedShare(b)];
  if (one === 0 && other === 0) return null;
  const withholds = Math.abs(one - other) > someLeftOut;
  const text = ({ run, facts: { attempts } }: Lossy) =>
    `${attempts.truncated.toLocaleString("en")} of ${attempts.planned.toLocaleString("en")} in run ${run.number}`;
  return {
    tone: Math.max(one, other) > someLeftOut ? "warning" : "info",
    title: "Answers that were cut off",
    text: `Answers that ended at their length limit: ${text(a)}, ${text(b)}. ${withholds ? "The runs differ so much in this that a change of verdict may come from the limit; allow longer answers and run again." : "They were graded as they are."}`,
    withholds: withholds ? "verdict" : "nothing",
  };
}

const truncatedShare = ({ facts: { attempts } }: Lossy) =>
  attempts.planned === 0 ? 0 : attempts.truncated / attempts.planned;

function signed(share: number): string {
  const text = Math.abs(share * 100).toFixed(1);
  if (Number(text) === 0) return text;
  return `${share > 0 ? "+" : "\u2212"}${text}`;
}
