import type { ConfigField } from "../fields/config-field.ts";

/** What is put aside before texts are compared. */
export const normalisations: ConfigField<"normalisations"> = {
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
};
