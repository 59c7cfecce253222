import { noExpectedValue, unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { isGiven, plainText } from "../../judging/case-texts.ts";
import { judgeReferences, noJudge, promptOf } from "../../judging/judge-config.ts";
import { askOnce, firstMiss, gradeItems, share } from "../../judging/lists/judge-list.ts";
import { listQuestion } from "../../judging/lists/list-question.ts";
import {
  contextSections,
  type RetrievalConfig,
  retrievalDefaults,
  retrievalSchema,
} from "../../judging/lists/retrieval-config.ts";
import { contextRecallPrompts } from "../../judging/prompts/retrieval-prompts.ts";
import { quote } from "../../reading/quote.ts";

/**
 * The share of the statements in the expected value that can be attributed to the retrieved contexts: attributed / all statements, as
 * a judge splits and attributes them. The definition of "context recall" in Ragas (Es et al. 2023, arXiv:2309.15217, and its manual).
 */
export const contextRecall: OutsideKind<RetrievalConfig> = {
  kind: "context-recall",
  execution: "remote",
  family: "agents",
  label: "Context recall",
  explanation: "Asks a model which share of the expected answer can be found in the retrieved contexts.",
  direction: "higher",
  defaultThreshold: 0.8,
  binary: false,
  needsExpected: true,
  configSchema: retrievalSchema,
  defaults: retrievalDefaults,
  references: judgeReferences,
  callsPerAnswer: () => 1,
  open({ judges, promptVersion, contexts: path }, services) {
    const prompt = promptOf(contextRecallPrompts, promptVersion);
    const asked = listQuestion({ list: "statements", verdict: "attributed", given: null });
    return async (input, signal) => {
      if (judges.length === 0) return unscored(noJudge);
      if (!isGiven(input.expected)) return noExpectedValue;
      const contexts = contextSections(input, path);
      if (!Array.isArray(contexts)) return unscored(contexts.missing);
      const sections = [{ label: "reference", text: plainText(input.expected) }, ...contexts];
      const answer = await askOnce(services.judges, judges, { prompt, sections, ...asked }, signal);
      if (answer.type === "unread") return answer.result;
      const items = answer.verdict;
      if (items.length === 0)
        return {
          ...unscored("The judge found no statement in the expected value."),
          usage: answer.judgements.usage,
        };
      const found = items.filter(({ holds }) => holds).length;
      const reason = `${found} of ${items.length} statements of the expected value are in the contexts.${firstMiss(items, ({ text }) => `Not found is ${quote(text, 120)}`)}`;
      return gradeItems({ judgements: answer.judgements, score: share(items), reason });
    };
  },
};
