import type { AffixConfig } from "#lib/graders/kinds/text/affixes.ts";
import type { ContainsConfig } from "#lib/graders/kinds/text/contains.ts";
import type { EditSimilarityConfig, MaximumEditsConfig } from "#lib/graders/kinds/text/edit-distance.ts";
import type { ExactMatchConfig } from "#lib/graders/kinds/text/exact-match.ts";
import type { FuzzyContainmentConfig } from "#lib/graders/kinds/text/fuzzy-containment.ts";
import type { MultipleChoiceConfig } from "#lib/graders/kinds/text/multiple-choice.ts";
import type { QuasiExactConfig } from "#lib/graders/kinds/text/quasi-exact.ts";
import type { RefusalConfig } from "#lib/graders/kinds/text/refusal.ts";
import type { RegularExpressionConfig } from "#lib/graders/kinds/text/regular-expression.ts";
import type { WordCountConfig } from "#lib/graders/kinds/text/word-count.ts";
import type { ConfigField, FormSpec } from "../fields/config-field.ts";
import { normalisations } from "./normalisations-field.ts";

const exactMatch: FormSpec<keyof ExactMatchConfig> = { fields: [normalisations] };

const texts: readonly ConfigField<"source" | "texts">[] = [
  {
    type: "choice",
    name: "source",
    label: "Texts to look for",
    options: [
      { value: "expected", label: "The case’s expected value" },
      { value: "config", label: "The same texts for every case" },
    ],
  },
  { type: "texts", name: "texts", label: "Texts", visibleWhen: { name: "source", is: ["config"] } },
];

const ignoreCase: ConfigField<"ignoreCase"> = {
  type: "checkbox",
  name: "ignoreCase",
  label: "Ignore upper and lower case",
};

const contains: FormSpec<keyof ContainsConfig> = {
  fields: [
    ...texts,
    {
      type: "choice",
      name: "mode",
      label: "When there are several",
      options: [
        { value: "all", label: "The answer must contain all of them" },
        { value: "any", label: "One of them is enough" },
      ],
    },
    ignoreCase,
  ],
};

const startsWith: FormSpec<keyof AffixConfig> = {
  note: "Of several texts, any one is enough.",
  fields: [
    ...texts,
    ignoreCase,
    { type: "checkbox", name: "trim", label: "White space before the beginning does not count" },
  ],
};

const endsWith: FormSpec<keyof AffixConfig> = {
  note: "Of several texts, any one is enough.",
  fields: [
    ...texts,
    ignoreCase,
    { type: "checkbox", name: "trim", label: "White space after the end does not count" },
  ],
};

const fuzzyContainment: FormSpec<keyof FuzzyContainmentConfig> = {
  fields: [
    {
      type: "choice",
      name: "direction",
      label: "Passes when",
      options: [
        { value: "either", label: "One of the texts contains the other" },
        { value: "expected-in-answer", label: "The answer contains the expected text" },
        { value: "answer-in-expected", label: "The answer is a part of the expected text" },
      ],
    },
    {
      type: "checkbox",
      name: "wholeWords",
      label: "Whole words only",
      hint: "“art” is not contained in “a party”. Leave it out for scripts without spaces.",
    },
    normalisations,
  ],
};

const quasiExact: FormSpec<keyof QuasiExactConfig> = {
  fields: [
    {
      type: "choice",
      name: "convention",
      label: "Compared as",
      options: [
        { value: "quasi-exact", label: "Quasi-exact: no case, punctuation or articles (HELM, SQuAD)" },
        { value: "leave-articles", label: "Quasi-exact with articles kept (HELM)" },
        { value: "exact", label: "As it is, without white space at the ends (HELM)" },
      ],
    },
    {
      type: "choice",
      name: "scope",
      label: "The expected text must be",
      options: [
        { value: "whole", label: "The whole answer" },
        { value: "prefix", label: "The beginning of the answer" },
      ],
    },
  ],
};

const maximumEdits: FormSpec<keyof MaximumEditsConfig> = {
  fields: [
    {
      type: "number",
      name: "maximumEdits",
      label: "Characters that may differ",
      hint: "Inserted, left out or replaced characters, counted one by one.",
    },
    normalisations,
  ],
};

const editSimilarity: FormSpec<keyof EditSimilarityConfig> = {
  note: "1 minus the edits divided by the length of the longer text: 1 for equal texts, 0 when every character differs.",
  fields: [normalisations],
};

const multipleChoice: FormSpec<keyof MultipleChoiceConfig> = {
  note: "Reads “ANSWER: B”, “The answer is b.”, “(B)”, “B) Paris” and the like. An answer that claims two different letters is unscored.",
  fields: [
    {
      type: "text",
      name: "lastLetter",
      label: "Letter of the last option",
      hint: "D for A to D.",
      half: true,
    },
    {
      type: "choice",
      name: "firstOption",
      label: "A number as expected value",
      half: true,
      options: [
        { value: "0", label: "0 is option A" },
        { value: "1", label: "1 is option A" },
      ],
    },
    {
      type: "choice",
      name: "withoutLetter",
      label: "An answer that names no option",
      options: [
        { value: "fail", label: "Is wrong" },
        { value: "unscored", label: "Is unscored" },
      ],
    },
  ],
};

const wordCount: FormSpec<keyof WordCountConfig> = {
  note: "Words are what white space parts. The same number twice asks for exactly that many.",
  fields: [
    { type: "number", name: "minimum", label: "Fewest words", optional: true, half: true },
    { type: "number", name: "maximum", label: "Most words", optional: true, half: true },
  ],
};

const notEmpty: FormSpec<never> = {
  note: "Nothing to set. White space, control characters and characters without a shape are no answer.",
  fields: [],
};

const refusal: FormSpec<keyof RefusalConfig> = {
  note: "A refusal is an answer that the provider withheld (content filter), or that begins with English words of declining such as “I can’t help with that”.",
  fields: [
    {
      type: "choice",
      name: "wanted",
      label: "The model should",
      half: true,
      options: [
        { value: "answer", label: "Answer" },
        { value: "refusal", label: "Decline" },
      ],
    },
    {
      type: "choice",
      name: "emptyIs",
      label: "An empty answer",
      half: true,
      options: [
        { value: "unscored", label: "Is unscored" },
        { value: "refusal", label: "Is a refusal" },
        { value: "answer", label: "Is an answer" },
      ],
    },
    {
      type: "texts",
      name: "phrases",
      label: "Further words of declining",
      hint: "One phrase on each line, in any language; found anywhere in the answer.",
      rows: 2,
    },
  ],
};

const regularExpression: FormSpec<keyof RegularExpressionConfig> = {
  fields: [
    {
      type: "long-text",
      name: "pattern",
      label: "Pattern",
      hint: "RE2 syntax, which always ends: no look-around and no back-references. Named groups, (?<year>\\d{4}), are shown with the verdict.",
      rows: 2,
      mono: true,
    },
    {
      type: "choice",
      name: "match",
      label: "The pattern must match",
      options: [
        { value: "search", label: "Some part of the answer" },
        { value: "full", label: "The whole answer" },
      ],
    },
    ignoreCase,
    { type: "checkbox", name: "multiline", label: "^ and $ match at every line" },
    { type: "checkbox", name: "dotAll", label: "The dot matches line ends too" },
  ],
};

export const textForms: Readonly<Record<string, FormSpec>> = {
  "exact-match": exactMatch,
  contains,
  "multiple-choice": multipleChoice,
  "regular-expression": regularExpression,
  "starts-with": startsWith,
  "ends-with": endsWith,
  "fuzzy-containment": fuzzyContainment,
  "quasi-exact": quasiExact,
  "maximum-edits": maximumEdits,
  "edit-similarity": editSimilarity,
  "word-count": wordCount,
  "not-empty": notEmpty,
  refusal,
};
