import { z } from "zod";
import { inputText } from "./input-text.ts";
import { labelledExamples } from "./labelled-examples.ts";
import type { Predictor, TrainingExample } from "./predictor.ts";
import { wordTokens } from "./word-tokens.ts";

export const naiveBayesConfigSchema = z.strictObject({
  /** Additive smoothing. */
  alpha: z.number().min(1e-6).max(100).default(0.1),
  inputField: z.string().min(1).optional(),
  labelField: z.string().min(1).optional(),
});

export type NaiveBayesConfig = z.infer<typeof naiveBayesConfigSchema>;

/** Log scores closer than this differ by the order of additions only, and count as a tie. */
const tie = 1e-9;

type LabelCount = { label: number; count: number };

/**
 * Multinomial naive Bayes over word counts, with class priors from frequency; ties go to the alphabetically first label.
 * Words never seen in training are ignored. Throws `ProviderError` when there is nothing to learn from.
 * Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008), section 13.2. Same answers as
 * scikit-learn's CountVectorizer(token_pattern=r"(?u)\w+") and MultinomialNB(alpha).
 */
export function trainNaiveBayes(examples: Iterable<TrainingExample>, config: NaiveBayesConfig): Predictor {
  const documents = labelledExamples(examples, config);
  const labels = [...new Set(documents.map(({ label }) => label))].sort();
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const documentsOf = new Float64Array(labels.length);
  const wordsOf = new Float64Array(labels.length);
  const counts = new Map<string, Map<number, number>>();
  for (const { text, label } of documents) {
    const index = indexOf.get(label) ?? 0;
    documentsOf[index] = (documentsOf[index] ?? 0) + 1;
    for (const token of wordTokens(text)) {
      wordsOf[index] = (wordsOf[index] ?? 0) + 1;
      const perLabel = counts.get(token) ?? new Map<number, number>();
      perLabel.set(index, (perLabel.get(index) ?? 0) + 1);
      counts.set(token, perLabel);
    }
  }
  const postings = new Map<string, LabelCount[]>();
  for (const [token, perLabel] of counts) {
    postings.set(
      token,
      Array.from(perLabel, ([label, count]) => ({ label, count })),
    );
  }
  const { alpha } = config;
  const priors = documentsOf.map((count) => Math.log(count / documents.length));
  /** Log probability of a known word that a label never had. */
  const absent = wordsOf.map((count) => Math.log(alpha) - Math.log(count + alpha * counts.size));

  return {
    predict(input) {
      const known = wordTokens(inputText(input, config.inputField)).flatMap((token) => {
        const posting = postings.get(token);
        return posting === undefined ? [] : [posting];
      });
      const scores = priors.map((prior, label) => prior + known.length * (absent[label] ?? 0));
      for (const { label, count } of known.flat()) {
        scores[label] = (scores[label] ?? 0) + Math.log((count + alpha) / alpha);
      }
      const best = firstBest(scores);
      return { output: labels[best] ?? "", confidence: shareOf(scores, best) };
    },
  };
}

function firstBest(scores: Float64Array): number {
  let best = 0;
  for (let label = 1; label < scores.length; label += 1) {
    if ((scores[label] ?? 0) - (scores[best] ?? 0) > tie) best = label;
  }
  return best;
}

/** Posterior of one label; shifted by the best score so that nothing overflows. */
function shareOf(scores: Float64Array, label: number): number {
  const shift = scores[label] ?? 0;
  return 1 / scores.reduce((sum, score) => sum + Math.exp(score - shift), 0);
}
