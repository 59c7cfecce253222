import type { EditSimilarityConfig, MaximumEditsConfig } from "#lib/graders/kinds/text/edit-distance.ts";
import type { FuzzyContainmentConfig } from "#lib/graders/kinds/text/fuzzy-containment.ts";
import type { QuasiExactConfig } from "#lib/graders/kinds/text/quasi-exact.ts";
import type { FormSpec } from "../fields/config-field.ts";
import { normalisations } from "./normalisations-field.ts";

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

/** Kinds that compare the answer with the expected text loosely. */
export const textClosenessForms: Readonly<Record<string, FormSpec>> = {
  "fuzzy-containment": fuzzyContainment,
  "quasi-exact": quasiExact,
  "maximum-edits": maximumEdits,
  "edit-similarity": editSimilarity,
};
