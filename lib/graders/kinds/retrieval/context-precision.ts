import { noExpectedValue, unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { isGiven, plainText } from "../../judging/case-texts.ts";
import { judgeReferences, noJudge, promptOf } from "../../judging/judge-config.ts";
import { askOnce, firstMiss, gradeItems } from "../../judging/lists/judge-list.ts";
import { type JudgedItem, listQuestion } from "../../judging/lists/list-question.ts";
import {
  contextSections,
  type RetrievalConfig,
  retrievalDefaults,
  retrievalSchema,
} from "../../judging/lists/retrieval-config.ts";
import { contextPrecisionPrompts } from "../../judging/prompts/retrieval-prompts.ts";

/**
 * How far useful contexts come first: Σ_k (precision@k · v_k) / Σ_k v_k over the contexts in their order, where v_k is 1 when a judge
 * finds context k useful for the expected value, and precision@k is the share of useful ones among the first k. 0 when none is.
 * The average precision of information retrieval, as Ragas' "context precision" (Es et al. 2023, arXiv:2309.15217) uses it.
 */
export const contextPrecision: OutsideKind<RetrievalConfig> = {
  kind: "context-precision",
  execution: "remote",
  family: "agents",
  label: "Context precision",
  explanation: "Asks a model which retrieved contexts are useful, and scores how far these come first.",
  direction: "higher",
  defaultThreshold: 0.7,
  binary: false,
  needsExpected: true,
  configSchema: retrievalSchema,
  defaults: retrievalDefaults,
  references: judgeReferences,
  callsPerAnswer: () => 1,
  open({ judges, promptVersion, contexts: path }, services) {
    const prompt = promptOf(contextPrecisionPrompts, promptVersion);
    return async (input, signal) => {
      if (judges.length === 0) return unscored(noJudge);
      if (!isGiven(input.expected)) return noExpectedValue;
      const contexts = contextSections(input, path);
      if (!Array.isArray(contexts)) return unscored(contexts.missing);
      const sections = [
        { label: "input", text: plainText(input.input) },
        { label: "reference", text: plainText(input.expected) },
        ...contexts,
      ];
      const asked = listQuestion({ list: "contexts", verdict: "useful", given: contexts.length });
      const answer = await askOnce(services.judges, judges, { prompt, sections, ...asked }, signal);
      if (answer.type === "unread") return answer.result;
      const items = answer.verdict;
      const useful = items.filter(({ holds }) => holds).length;
      const reason = `${useful} of ${items.length} contexts are useful for the expected answer.${firstMiss(items, ({ number }) => `Context ${number} is not`)}`;
      return gradeItems({ judgements: answer.judgements, score: averagePrecision(items), reason });
    };
  },
};

/** Of items in the order of their ranks; 0 when none holds. */
export function averagePrecision(items: readonly Pick<JudgedItem, "holds">[]): number {
  let useful = 0;
  let sum = 0;
  for (const [index, { holds }] of items.entries()) {
    if (!holds) continue;
    useful += 1;
    sum += useful / (index + 1);
  }
  return useful === 0 ? 0 : sum / useful;
}
