import type { MultipleChoiceConfig } from "#lib/graders/kinds/text/choice/multiple-choice.ts";
import type { RefusalConfig } from "#lib/graders/kinds/text/refusal/refusal.ts";
import type { WordCountConfig } from "#lib/graders/kinds/text/word-count.ts";
import type { FormSpec } from "../fields/config-field.ts";

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

/** Kinds that look at what an answer is like: its choice, its length, whether there is one. */
export const textShapeForms: Readonly<Record<string, FormSpec>> = {
  "multiple-choice": multipleChoice,
  "word-count": wordCount,
  "not-empty": notEmpty,
  refusal,
};
