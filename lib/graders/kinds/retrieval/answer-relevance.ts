import { unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { plainText } from "../../judging/case-texts.ts";
import { judgeReferences, noJudge, promptOf } from "../../judging/judge-config.ts";
import { askOnce, firstMiss, gradeItems, share } from "../../judging/lists/judge-list.ts";
import { listQuestion } from "../../judging/lists/list-question.ts";
import { type JudgedListConfig, judgedListSchema } from "../../judging/lists/retrieval-config.ts";
import { answerRelevancePrompts } from "../../judging/prompts/retrieval-prompts.ts";
import { quote } from "../../reading/quote.ts";

/**
 * The share of the answer's statements that help to answer the input: relevant / all statements, as a judge splits and judges them.
 * The definition of "answer relevancy" in DeepEval; Ragas' metric of the same name compares embeddings of questions instead.
 */
export const answerRelevance: OutsideKind<JudgedListConfig> = {
  kind: "answer-relevance",
  execution: "remote",
  family: "agents",
  label: "Answer relevance",
  explanation: "Asks a model which share of the answer’s statements helps to answer the question.",
  direction: "higher",
  defaultThreshold: 0.8,
  binary: false,
  needsExpected: false,
  configSchema: judgedListSchema,
  defaults: { judges: [], promptVersion: 1 },
  references: judgeReferences,
  callsPerAnswer: () => 1,
  open({ judges, promptVersion }, services) {
    const prompt = promptOf(answerRelevancePrompts, promptVersion);
    const asked = listQuestion({ list: "statements", verdict: "relevant", given: null });
    return async ({ input, output }, signal) => {
      if (judges.length === 0) return unscored(noJudge);
      const sections = [
        { label: "input", text: plainText(input) },
        { label: "answer", text: output },
      ];
      const answer = await askOnce(services.judges, judges, { prompt, sections, ...asked }, signal);
      if (answer.type === "unread") return answer.result;
      const items = answer.verdict;
      if (items.length === 0)
        return { ...unscored("The judge found no statement in the answer."), usage: answer.judgements.usage };
      const relevant = items.filter(({ holds }) => holds).length;
      const reason = `${relevant} of ${items.length} statements help to answer the question.${firstMiss(items, ({ text }) => `Beside the point is ${quote(text, 120)}`)}`;
      return gradeItems({ judgements: answer.judgements, score: share(items), reason });
    };
  },
};
