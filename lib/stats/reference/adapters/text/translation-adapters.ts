import { z } from "zod";
import { corpusBleu, sentenceBleu } from "#lib/text/bleu/bleu.ts";
import type { BleuSmoothing } from "#lib/text/bleu/bleu-score.ts";
import { corpusChrf, sentenceChrf } from "#lib/text/chrf/chrf.ts";
import { meteorExactAndStem } from "#lib/text/meteor/meteor-exact-and-stem.ts";
import { translationEditRate } from "#lib/text/ter/translation-edit-rate.ts";
import { tokenise13a } from "#lib/text/tokenise/tokenise-13a.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const texts = z.array(z.string());
const tokenise = z.enum(["13a", "intl", "char", "none"]).default("13a");
const smoothMethod = z.enum(["none", "exp", "floor", "add-k"]).default("exp");
const bleuCorpus = z.object({
  hypotheses: texts,
  reference_streams: z.array(texts),
  tokenize: tokenise,
  smooth_method: smoothMethod,
  max_ngram_order: z.number().default(4),
});
const chrfOptions = {
  char_order: z.number(),
  word_order: z.number(),
  beta: z.number(),
  eps_smoothing: z.boolean().default(false),
};

export const translationAdapters: Record<string, Adapter> = {
  bleu_corpus: adapter(bleuCorpus, (input) => {
    const result = scoreCorpus(input);
    return {
      score: result.score,
      bp: result.brevityPenalty,
      sys_len: result.hypothesisLength,
      ref_len: result.referenceLength,
      counts: result.matches,
      totals: result.totals,
      precisions: result.precisions,
    };
  }),
  bleu_corpus_max_order: adapter(bleuCorpus, (input) => scoreCorpus(input).score),
  bleu_sentence: adapter(
    z.object({
      hypothesis: z.string(),
      references: texts,
      smooth_method: smoothMethod,
      smooth_value: z.number().nullish(),
      lowercase: z.boolean().default(false),
      tokenize: tokenise,
      effective_order: z.literal(true),
    }),
    ({ hypothesis, references, smooth_method, smooth_value, lowercase, tokenize }) =>
      sentenceBleu(
        { hypothesis, references },
        {
          tokeniser: tokenize,
          casing: lowercase ? "lower" : "keep",
          smoothing: smoothingOf(smooth_method, smooth_value ?? undefined),
        },
      ).score,
  ),
  bleu_tokenize_13a: adapter(z.object({ text: z.string() }), ({ text }) => tokenise13a(text).join(" ")),
  chrf_corpus: adapter(
    z.object({ hypotheses: texts, references: texts, ...chrfOptions }),
    ({ hypotheses, references, ...options }) =>
      corpusChrf(
        hypotheses.map((hypothesis, index) => ({ hypothesis, references: [references[index] ?? ""] })),
        chrfOptionsOf(options),
      ),
  ),
  chrf_sentence: adapter(
    z.object({ hypothesis: z.string(), reference: z.string(), ...chrfOptions }),
    ({ hypothesis, reference, ...options }) =>
      sentenceChrf({ hypothesis, references: [reference] }, chrfOptionsOf(options)),
  ),
  ter_sentence: adapter(
    z.object({ hypothesis: z.string(), reference: z.string() }),
    ({ hypothesis, reference }) => translationEditRate({ hypothesis, references: [reference] }).score,
  ),
  // Without WordNet there are no synonyms, so only the row's "exact_and_stem_only" figure is ours to reach.
  meteor: adapter(
    z.object({
      reference_tokens: texts,
      hypothesis_tokens: texts,
      alpha: z.number(),
      beta: z.number(),
      gamma: z.number(),
    }),
    ({ reference_tokens, hypothesis_tokens, ...parameters }) => ({
      exact_and_stem_only: meteorExactAndStem({
        hypothesisTokens: hypothesis_tokens,
        referenceTokens: reference_tokens,
        ...parameters,
      }),
    }),
  ),
};

function scoreCorpus(input: z.infer<typeof bleuCorpus>) {
  const pairs = input.hypotheses.map((hypothesis, index) => ({
    hypothesis,
    references: input.reference_streams.map((stream) => stream[index] ?? ""),
  }));
  return corpusBleu(pairs, {
    tokeniser: input.tokenize,
    maximumOrder: input.max_ngram_order,
    smoothing: smoothingOf(input.smooth_method),
  });
}

function smoothingOf(method: z.infer<typeof smoothMethod>, value?: number): BleuSmoothing {
  return method === "floor" || method === "add-k" ? { method, value } : { method };
}

function chrfOptionsOf(options: {
  char_order: number;
  word_order: number;
  beta: number;
  eps_smoothing: boolean;
}) {
  return {
    characterOrder: options.char_order,
    wordOrder: options.word_order,
    beta: options.beta,
    smoothing: options.eps_smoothing ? ("epsilon" as const) : ("effective" as const),
  };
}
