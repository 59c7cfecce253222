import type { MathEquivalenceConfig } from "#lib/graders/kinds/numbers/math-equivalence.ts";
import type { NumericConfig } from "#lib/graders/kinds/numbers/numeric.ts";
import type { StatedConfidenceConfig } from "#lib/graders/kinds/numbers/stated-confidence.ts";
import type { FormSpec } from "../fields/config-field.ts";

const numeric: FormSpec<keyof NumericConfig> = {
  fields: [
    {
      type: "number",
      name: "absoluteTolerance",
      label: "May differ by",
      hint: "An amount: 0.01 for a cent.",
      half: true,
    },
    {
      type: "number",
      name: "relativeTolerance",
      label: "Or by a share of the expected number",
      hint: "0.01 is one percent. The larger of both counts.",
      half: true,
    },
    {
      type: "number",
      name: "significantDigits",
      label: "Or equal at so many significant digits",
      hint: "5: 3.14159 equals 3.1416.",
      optional: true,
      half: true,
    },
    {
      type: "choice",
      name: "take",
      label: "When the answer has several numbers",
      half: true,
      options: [
        { value: "last", label: "The last one counts" },
        { value: "marked", label: "The one after “Answer:”, “A:”, #### or \\boxed counts" },
        { value: "first", label: "The first one counts" },
        { value: "only", label: "The answer is wrong" },
      ],
    },
    {
      type: "choice",
      name: "decimalMark",
      label: "Numbers are written as",
      half: true,
      options: [
        { value: "point", label: "1,234.56" },
        { value: "comma", label: "1.234,56" },
      ],
    },
    {
      type: "choice",
      name: "percent",
      label: "25% means",
      half: true,
      options: [
        { value: "plain", label: "25" },
        { value: "fraction", label: "0.25" },
      ],
    },
  ],
};

const mathEquivalence: FormSpec<keyof MathEquivalenceConfig> = {
  note: "Reads + - * / ^, brackets, \\frac, \\sqrt, pi, percent, products without a sign and variables of one letter, from \\boxed{}, after “Answer:”, or as the whole answer. What cannot be read is unscored.",
  fields: [
    {
      type: "number",
      name: "relativeTolerance",
      label: "May differ by a share of the expected value",
      hint: "0 compares exactly: 0.333 is not 1/3. 0.01 is one percent.",
    },
  ],
};

const statedConfidence: FormSpec<keyof StatedConfidenceConfig> = {
  note: "Leave its weight at 0: it is recorded, and the run then shows whether the model is right as often as it is sure.",
  fields: [
    {
      type: "choice",
      name: "source",
      label: "Where it stands",
      half: true,
      options: [
        { value: "text", label: "In the text, after a word" },
        { value: "json", label: "In a field of a JSON answer" },
        { value: "metadata", label: "In a field of the case’s metadata" },
      ],
    },
    {
      type: "text",
      name: "name",
      label: "The word or the field",
      hint: "A field in a field has a dot: result.confidence.",
      half: true,
    },
    {
      type: "choice",
      name: "scale",
      label: "0.8 without a percent sign means",
      half: true,
      options: [
        { value: "fraction", label: "80 %, numbers are from 0 to 1" },
        { value: "percent", label: "0.8 %, numbers are from 0 to 100" },
      ],
    },
  ],
};

export const numbersForms: Readonly<Record<string, FormSpec>> = {
  numeric,
  "math-equivalence": mathEquivalence,
  "stated-confidence": statedConfidence,
};
