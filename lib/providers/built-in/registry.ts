import { z } from "zod";
import { ProviderError } from "../provider-error.ts";
import { createKeywordRules, keywordRulesConfigSchema } from "./keyword-rules.ts";
import { createLeadN, leadNConfigSchema } from "./lead-n.ts";
import { naiveBayesConfigSchema, trainNaiveBayes } from "./naive-bayes.ts";
import { nearestNeighboursConfigSchema, trainNearestNeighbours } from "./nearest-neighbours.ts";
import type { Predictor, TrainingExample } from "./predictor.ts";
import { createRegexExtraction, regexExtractionConfigSchema } from "./regex-extraction.ts";

type BuiltInKind = "naive-bayes" | "nearest-neighbours" | "keyword-rules" | "regex-extraction" | "lead-n";

export type BuiltInModel = {
  kind: BuiltInKind;
  label: string;
  /** One sentence for a product manager. */
  explanation: string;
  needsTraining: boolean;
  configSchema: z.ZodType;
  /** A complete config to start from. */
  defaults: Readonly<Record<string, unknown>>;
  /** Ready to answer. `examples` are read only by kinds that need training. Throws `ProviderError` when the config or the examples cannot be used. */
  create(config: unknown, examples: Iterable<TrainingExample>): Predictor;
};

type Definition<Config extends Record<string, unknown>> = Omit<
  BuiltInModel,
  "configSchema" | "defaults" | "create"
> & {
  configSchema: z.ZodType<Config>;
  build(config: Config, examples: Iterable<TrainingExample>): Predictor;
};

/** Every model that runs inside Touchstone, without a server, a key or a cost. */
export const builtInModels: readonly BuiltInModel[] = [
  define({
    kind: "naive-bayes",
    label: "Naive Bayes classifier",
    explanation: "Learns from your cases which words go with which label, and gives the most probable label.",
    needsTraining: true,
    configSchema: naiveBayesConfigSchema,
    build: (config, examples) => trainNaiveBayes(examples, config),
  }),
  define({
    kind: "nearest-neighbours",
    label: "Nearest neighbours",
    explanation: "Finds the cases with the most similar wording and gives the label that most of them have.",
    needsTraining: true,
    configSchema: nearestNeighboursConfigSchema,
    build: (config, examples) => trainNearestNeighbours(examples, config),
  }),
  define({
    kind: "keyword-rules",
    label: "Keyword rules",
    explanation:
      "Goes through your list of rules and gives the label of the first one whose words are in the text.",
    needsTraining: false,
    configSchema: keywordRulesConfigSchema,
    build: (config) => createKeywordRules(config),
  }),
  define({
    kind: "regex-extraction",
    label: "Pattern extraction",
    explanation:
      "Picks values such as amounts, dates and numbers out of the text with patterns, and gives them as JSON.",
    needsTraining: false,
    configSchema: regexExtractionConfigSchema,
    build: (config) => createRegexExtraction(config),
  }),
  define({
    kind: "lead-n",
    label: "First sentences",
    explanation:
      "Gives the first sentences or words of the text, which is the baseline that any summary has to beat.",
    needsTraining: false,
    configSchema: leadNConfigSchema,
    build: (config) => createLeadN(config),
  }),
];

/** The model of that kind, or null. */
export function findBuiltInModel(kind: string): BuiltInModel | null {
  return builtInModels.find((model) => model.kind === kind) ?? null;
}

function define<Config extends Record<string, unknown>>(definition: Definition<Config>): BuiltInModel {
  const { kind, label, explanation, needsTraining, configSchema, build } = definition;
  return {
    kind,
    label,
    explanation,
    needsTraining,
    configSchema,
    defaults: configSchema.parse({}),
    create(config, examples) {
      const parsed = configSchema.safeParse(config);
      if (parsed.success) return build(parsed.data, examples);
      throw new ProviderError(`The settings of "${label}" cannot be used: ${z.prettifyError(parsed.error)}`, {
        errorClass: "permanent",
      });
    },
  };
}
