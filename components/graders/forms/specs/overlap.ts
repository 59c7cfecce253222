import type { RougeLConfig } from "#lib/graders/kinds/overlap/rouge-l.ts";
import type { FormSpec } from "../fields/config-field.ts";

const tokenF1: FormSpec = {
  note: "Nothing to set. Case, punctuation and the words a, an and the are ignored, and the order of words does not matter, as in the SQuAD benchmark.",
  fields: [],
};

const rougeL: FormSpec<keyof RougeLConfig> = {
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

export const overlapForms: Readonly<Record<string, FormSpec>> = { "token-f1": tokenF1, "rouge-l": rougeL };
