import type { ContainsConfig } from "#lib/graders/kinds/text/contains.ts";
import type { ExactMatchConfig } from "#lib/graders/kinds/text/exact-match.ts";
import type { RegularExpressionConfig } from "#lib/graders/kinds/text/regular-expression.ts";
import type { FormSpec } from "../fields/config-field.ts";

const exactMatch: FormSpec<keyof ExactMatchConfig> = {
  fields: [
    {
      type: "ticks",
      name: "normalisations",
      label: "What does not matter",
      hint: "Removed from the answer and from the expected value before they are compared. A list of expected values is a list of accepted answers.",
      options: [
        {
          value: "trim",
          label: "White space at the ends",
          hint: "A line end after the answer does not count.",
        },
        {
          value: "whitespace",
          label: "White space",
          hint: "Runs of spaces and line ends count as one space.",
        },
        { value: "case", label: "Upper and lower case", hint: "“Billing” equals “billing”." },
        {
          value: "punctuation",
          label: "Punctuation",
          hint: "Also removes signs such as . - + $, so 1.5 would equal 15. Not for numbers.",
        },
        {
          value: "articles",
          label: "The words a, an, the",
          hint: "English only. Not for answers such as “A”.",
        },
        {
          value: "unicode",
          label: "Forms of characters",
          hint: "Full-width and composed letters equal plain ones (NFKC).",
        },
      ],
    },
  ],
};

const contains: FormSpec<keyof ContainsConfig> = {
  fields: [
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
    {
      type: "choice",
      name: "mode",
      label: "When there are several",
      options: [
        { value: "all", label: "The answer must contain all of them" },
        { value: "any", label: "One of them is enough" },
      ],
    },
    { type: "checkbox", name: "ignoreCase", label: "Ignore upper and lower case" },
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
    { type: "checkbox", name: "ignoreCase", label: "Ignore upper and lower case" },
    { type: "checkbox", name: "multiline", label: "^ and $ match at every line" },
    { type: "checkbox", name: "dotAll", label: "The dot matches line ends too" },
  ],
};

export const textForms: Readonly<Record<string, FormSpec>> = {
  "exact-match": exactMatch,
  contains,
  "regular-expression": regularExpression,
};
