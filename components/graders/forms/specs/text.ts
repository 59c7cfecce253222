import type { AffixConfig } from "#lib/graders/kinds/text/affixes.ts";
import type { ContainsConfig } from "#lib/graders/kinds/text/contains.ts";
import type { ExactMatchConfig } from "#lib/graders/kinds/text/exact-match.ts";
import type { RegularExpressionConfig } from "#lib/graders/kinds/text/regular-expression.ts";
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
  "regular-expression": regularExpression,
  "starts-with": startsWith,
  "ends-with": endsWith,
};
