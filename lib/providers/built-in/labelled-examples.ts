import { ProviderError } from "../provider-error.ts";
import { inputText } from "./input-text.ts";
import type { TrainingExample } from "./predictor.ts";

export type LabelledText = { text: string; label: string };
type Fields = { inputField?: string | undefined; labelField?: string | undefined };

/** Examples as text and label. Those without an expected answer are left out; if none is left, training cannot start. */
export function labelledExamples(examples: Iterable<TrainingExample>, fields: Fields): LabelledText[] {
  const labelled: LabelledText[] = [];
  for (const { input, expected } of examples) {
    const label = inputText(expected, fields.labelField);
    if (label !== "") labelled.push({ text: inputText(input, fields.inputField), label });
  }
  if (labelled.length === 0) {
    throw new ProviderError(
      "There is nothing to learn from: none of the chosen cases has an expected answer. Choose a dataset version with expected answers.",
      { errorClass: "permanent" },
    );
  }
  return labelled;
}
