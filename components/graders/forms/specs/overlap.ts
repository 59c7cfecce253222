import type { BleuConfig } from "#lib/graders/kinds/overlap/bleu.ts";
import type { ChrfConfig } from "#lib/graders/kinds/overlap/chrf.ts";
import type { WordErrorRateConfig } from "#lib/graders/kinds/overlap/error-rates.ts";
import type { MeteorConfig } from "#lib/graders/kinds/overlap/meteor.ts";
import type { RougeConfig } from "#lib/graders/kinds/overlap/rouge.ts";
import type { FormSpec } from "../fields/config-field.ts";

const tokenF1: FormSpec<never> = {
  note: "Nothing to set. Case, punctuation and the words a, an and the are ignored, and the order of words does not matter, as in the SQuAD benchmark.",
  fields: [],
};

const squadExactMatch: FormSpec<never> = {
  note: "Nothing to set. Case, ASCII punctuation and the words a, an and the are put aside, as in the SQuAD benchmark.",
  fields: [],
};

const rouge: FormSpec<keyof RougeConfig> = {
  note: "Equal to the figures of rouge_score. Only Latin letters and digits are read.",
  fields: [
    {
      type: "choice",
      name: "measure",
      label: "The score is",
      options: [
        { value: "f1", label: "F1: both at once" },
        { value: "recall", label: "Recall: how much of the expected text is there" },
        { value: "precision", label: "Precision: how much of the answer was expected" },
      ],
    },
    {
      type: "checkbox",
      name: "stem",
      label: "Compare stems of words",
      hint: "“running” and “runs” count as the same word. English only.",
    },
  ],
};

const rougeLSum: FormSpec<keyof RougeConfig> = {
  ...rouge,
  note: "Each sentence stands on its own line, in the answer as in the expected text. Equal to the figures of rouge_score.",
};

const chrf: FormSpec<keyof ChrfConfig> = {
  note: "Equal to the figures of sacreBLEU, divided by 100.",
  fields: [
    {
      type: "choice",
      name: "variant",
      label: "Counts",
      options: [
        { value: "chrf", label: "chrF: runs of characters" },
        { value: "chrf++", label: "chrF++: runs of characters, words and pairs of words" },
      ],
    },
    {
      type: "number",
      name: "beta",
      label: "Beta",
      hint: "How much more recall counts than precision; 2 is usual.",
      half: true,
    },
    {
      type: "number",
      name: "characterOrder",
      label: "Longest run of characters",
      hint: "6 is usual.",
      half: true,
    },
  ],
};

const bleu: FormSpec<keyof BleuConfig> = {
  note: "Equal to sacreBLEU’s sentence BLEU, divided by 100. A list of expected values is a list of references. The mean over a run is not corpus BLEU.",
  fields: [
    {
      type: "choice",
      name: "tokeniser",
      label: "Tokeniser",
      half: true,
      options: [
        { value: "13a", label: "13a: the standard" },
        { value: "intl", label: "intl: Unicode punctuation" },
        { value: "char", label: "char: every character" },
        { value: "none", label: "none: white space only" },
      ],
    },
    {
      type: "choice",
      name: "casing",
      label: "Upper and lower case",
      half: true,
      options: [
        { value: "keep", label: "Counts" },
        { value: "lower", label: "Does not count" },
      ],
    },
    {
      type: "choice",
      name: "smoothing",
      label: "Where no run of a length matches",
      half: true,
      options: [
        { value: "exp", label: "exp: halve for each such length" },
        { value: "floor", label: "floor: a small count" },
        { value: "add-k", label: "add-k: add to every count" },
        { value: "none", label: "none: the score is 0" },
      ],
    },
    {
      type: "number",
      name: "smoothingValue",
      label: "Value for floor or add-k",
      hint: "Empty: 0.1 for floor, 1 for add-k.",
      optional: true,
      half: true,
      visibleWhen: { name: "smoothing", is: ["floor", "add-k"] },
    },
    {
      type: "number",
      name: "maximumOrder",
      label: "Longest run of words",
      hint: "4 is usual.",
      half: true,
    },
  ],
};

const ter: FormSpec<never> = {
  note: "Nothing to set. Words are compared in lower case; a rate above 1 is cut to 1. Equal to sacreBLEU’s TER, divided by 100.",
  fields: [],
};

const wordErrorRate: FormSpec<keyof WordErrorRateConfig> = {
  note: "A rate above 1 is cut to 1.",
  fields: [
    {
      type: "choice",
      name: "words",
      label: "Words are compared",
      options: [
        { value: "as-written", label: "As they are written" },
        { value: "normalised", label: "Without case, punctuation and the words a, an, the" },
      ],
    },
  ],
};

const meteor: FormSpec<keyof MeteorConfig> = {
  note: "Without synonyms, so a score can be below the one of NLTK, which has them.",
  fields: [
    {
      type: "number",
      name: "alpha",
      label: "Alpha",
      hint: "Weighs recall (1) against precision (0).",
      half: true,
    },
    { type: "number", name: "beta", label: "Beta", hint: "The shape of the penalty.", half: true },
    {
      type: "number",
      name: "gamma",
      label: "Gamma",
      hint: "The most that scattered matches cost.",
      half: true,
    },
  ],
};

export const overlapForms: Readonly<Record<string, FormSpec>> = {
  "token-f1": tokenF1,
  "squad-exact-match": squadExactMatch,
  "rouge-l": rouge,
  "rouge-1": rouge,
  "rouge-2": rouge,
  "rouge-l-sum": rougeLSum,
  chrf,
  bleu,
  ter,
  "meteor-exact-and-stem": meteor,
  "word-error-rate": wordErrorRate,
};
