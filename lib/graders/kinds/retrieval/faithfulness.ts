import { unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { plainText } from "../../judging/case-texts.ts";
import { judgeReferences, noJudge, promptOf } from "../../judging/judge-config.ts";
import { claimsQuestion } from "../../judging/lists/claims-question.ts";
import { askOnce, firstMiss, gradeItems, share } from "../../judging/lists/judge-list.ts";
import { listQuestion } from "../../judging/lists/list-question.ts";
import {
  contextSections,
  type RetrievalConfig,
  retrievalDefaults,
  retrievalSchema,
} from "../../judging/lists/retrieval-config.ts";
import { claimsPrompts, faithfulnessPrompts } from "../../judging/prompts/retrieval-prompts.ts";
import { quote } from "../../reading/quote.ts";
import { withPaid } from "../../services/services-stopped.ts";
import { addUsage } from "../../services/usage.ts";

/**
 * The share of the answer's claims that follow from the retrieved contexts: supported / all claims. A judge first splits the answer
 * into claims, then judges each against the contexts in a second call. An answer without claims is unscored.
 * The definition of "faithfulness" in Ragas (Es et al. 2023, arXiv:2309.15217, section 3).
 */
export const faithfulness: OutsideKind<RetrievalConfig> = {
  kind: "faithfulness",
  execution: "remote",
  family: "agents",
  label: "Faithfulness",
  explanation: "Asks a model which share of the answer’s claims is supported by the retrieved contexts.",
  direction: "higher",
  defaultThreshold: 0.9,
  binary: false,
  needsExpected: false,
  configSchema: retrievalSchema,
  defaults: retrievalDefaults,
  references: judgeReferences,
  callsPerAnswer: () => 2,
  open({ judges, promptVersion, contexts: path }, services) {
    const claimsPrompt = promptOf(claimsPrompts, promptVersion);
    const prompt = promptOf(faithfulnessPrompts, promptVersion);
    return async (input, signal) => {
      if (judges.length === 0) return unscored(noJudge);
      const contexts = contextSections(input, path);
      if (!Array.isArray(contexts)) return unscored(contexts.missing);
      const answer = [
        { label: "input", text: plainText(input.input) },
        { label: "answer", text: input.output },
      ];
      const split = { prompt: claimsPrompt, sections: answer, ...claimsQuestion };
      const first = await askOnce(services.judges, judges, split, signal);
      if (first.type === "unread") return first.result;
      const claims = first.verdict;
      if (claims.length === 0)
        return {
          ...unscored("The answer makes no claim that could be checked."),
          usage: first.judgements.usage,
        };
      const list = claims.map((claim, index) => `${index + 1}. ${claim.replace(/\s+/g, " ")}`).join("\n");
      const sections = [...contexts, { label: "claims", text: list }];
      const asked = listQuestion({ list: "claims", verdict: "supported", given: claims.length });
      const second = await askOnce(services.judges, judges, { prompt, sections, ...asked }, signal).catch(
        (error: unknown) => {
          throw withPaid(error, first.judgements.usage);
        },
      );
      const spent = addUsage([
        first.judgements.usage,
        second.type === "read" ? second.judgements.usage : (second.result.usage ?? first.judgements.usage),
      ]);
      const usage = { ...spent, prompt: { name: prompt.name, version: prompt.version } };
      if (second.type === "unread") return { ...second.result, usage };
      const items = second.verdict;
      const supported = items.filter(({ holds }) => holds).length;
      const nameOf = ({ number }: { number: number }) =>
        `Not supported is ${quote(claims[number - 1] ?? "", 120)}`;
      const reason = `${supported} of ${items.length} claims are supported by the contexts.${firstMiss(items, nameOf)}`;
      return gradeItems({
        judgements: second.judgements,
        usage,
        score: share(items),
        reason,
        more: { claims },
      });
    };
  },
};
