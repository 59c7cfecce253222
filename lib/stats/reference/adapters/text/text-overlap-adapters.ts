import { z } from "zod";
import { levenshteinDistance, levenshteinSimilarity } from "#lib/text/edit-distance/levenshtein.ts";
import { rougeL } from "#lib/text/rouge/rouge-l.ts";
import { rougeLSum } from "#lib/text/rouge/rouge-l-sum.ts";
import { rougeN } from "#lib/text/rouge/rouge-n.ts";
import type { RougeScore } from "#lib/text/rouge/rouge-score.ts";
import { squadExactMatch } from "#lib/text/squad/exact-match.ts";
import { normaliseAnswer } from "#lib/text/squad/normalise-answer.ts";
import { squadTokenF1 } from "#lib/text/squad/token-f1.ts";
import { type PorterVariant, porterStem } from "#lib/text/stemming/porter-stem.ts";
import { type Adapter, adapter } from "../../adapter.ts";

type RougeInput = { target: string; prediction: string; stem: boolean };

const rougeInput = z.object({ target: z.string(), prediction: z.string(), use_stemmer: z.boolean() });

export const textOverlapAdapters: Record<string, Adapter> = {
  rouge1: rouge((input) => rougeN({ ...input, order: 1 })),
  rouge2: rouge((input) => rougeN({ ...input, order: 2 })),
  rougeL: rouge(rougeL),
  rougeLsum: rouge(rougeLSum),
  rouge_all: adapter(rougeInput, ({ target, prediction, use_stemmer }) => {
    const input = { target, prediction, stem: use_stemmer };
    return {
      rouge1: triple(rougeN({ ...input, order: 1 })),
      rouge2: triple(rougeN({ ...input, order: 2 })),
      rougeL: triple(rougeL(input)),
      rougeLsum: triple(rougeLSum(input)),
    };
  }),
  porter_stemmer_nltk: stemming("nltk"),
  porter_stemmer_original: stemming("original"),
  porter_stemmer_martin: stemming("martin"),
  squad: adapter(z.object({ gold: z.string(), prediction: z.string() }), ({ gold, prediction }) => ({
    normalized_gold: normaliseAnswer(gold),
    normalized_prediction: normaliseAnswer(prediction),
    exact_match: squadExactMatch(prediction, [gold]) ? 1 : 0,
    f1: squadTokenF1(prediction, [gold]),
  })),
  squad_max_over_golds: adapter(
    z.object({ golds: z.array(z.string()), prediction: z.string() }),
    ({ golds, prediction }) => ({
      exact_match: squadExactMatch(prediction, golds) ? 1 : 0,
      f1: squadTokenF1(prediction, golds),
    }),
  ),
  levenshtein: adapter(z.object({ a: z.string(), b: z.string() }), ({ a, b }) => ({
    distance: levenshteinDistance(a, b),
    similarity: levenshteinSimilarity(a, b),
  })),
};

function rouge(score: (input: RougeInput) => RougeScore): Adapter {
  return adapter(rougeInput, ({ target, prediction, use_stemmer }) => {
    const { precision, recall, f1 } = score({ target, prediction, stem: use_stemmer });
    return { precision, recall, fmeasure: f1 };
  });
}

function triple({ precision, recall, f1 }: RougeScore) {
  return [precision, recall, f1];
}

function stemming(variant: PorterVariant): Adapter {
  return adapter(z.object({ words: z.array(z.string()) }), ({ words }) =>
    words.map((word) => porterStem(word, variant)),
  );
}
