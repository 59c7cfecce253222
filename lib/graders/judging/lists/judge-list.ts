import type { GradeResult, GradeUsage, JsonValue } from "../../grader-kind.ts";
import type { JudgeCaller } from "../../services/judge-caller.ts";
import { askJudges, type Judgements, type Question } from "../ask-judges.ts";
import { judgementDetail, noVerdictReason } from "../judgement-detail.ts";
import type { JudgedItem, ListVerdict } from "./list-question.ts";

type Asked<Verdict> =
  | { type: "read"; verdict: Verdict; judgements: Judgements<Verdict> }
  | { type: "unread"; result: GradeResult };

/** Asks one judge once. */
export async function askOnce<Verdict>(
  caller: JudgeCaller,
  judges: readonly string[],
  question: Question<Verdict>,
  signal: AbortSignal,
): Promise<Asked<Verdict>> {
  const judgements = await askJudges(caller, { judges, samples: 1 }, question, signal);
  const verdict = judgements.byJudge[0]?.[0]?.verdict ?? null;
  if (verdict !== null) return { type: "read", verdict, judgements };
  const detail = judgementDetail(judgements, 0, () => null);
  const reason = noVerdictReason(judgements.byJudge);
  return { type: "unread", result: { status: "unscored", reason, detail, usage: judgements.usage } };
}

type Graded = {
  judgements: Judgements<ListVerdict>;
  usage?: GradeUsage;
  score: number;
  reason: string;
  more?: { [key: string]: JsonValue };
};

/** A grade with the judged items in its detail. */
export function gradeItems({ judgements, usage, score, reason, more }: Graded): GradeResult {
  const detail = judgementDetail(judgements, 0, (items) => items.map(itemDetail), more);
  return { status: "scored", score, reason, detail, usage: usage ?? judgements.usage };
}

function itemDetail({ number, text, reason, holds }: JudgedItem): JsonValue {
  return { number, ...(text !== "" && { text }), reason, holds };
}

export function share(items: readonly JudgedItem[]): number {
  return items.filter(({ holds }) => holds).length / items.length;
}

/** The first item on which the verdict is no, as a sentence of a reason; nothing when there is none. */
export function firstMiss(items: readonly JudgedItem[], nameOf: (item: JudgedItem) => string): string {
  const miss = items.find(({ holds }) => !holds);
  return miss === undefined ? "" : ` ${nameOf(miss)}: ${miss.reason}`;
}
