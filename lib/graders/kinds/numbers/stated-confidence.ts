import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, InlineKind } from "../../grader-kind.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { quote } from "../../reading/quote.ts";
import { readConfidence, textAfterWord } from "../../reading/stated-confidence.ts";

const configSchema = z.strictObject({
  /** `text`: the number after a word; `json`: a field of the answer; `metadata`: a field of the case's metadata. */
  source: z.enum(["text", "json", "metadata"]),
  /** The word, or the path of the field with dots. */
  name: z.string().trim().min(1, "Name the word or the field.").max(100, "At most 100 characters."),
  /** Of a number without a percent sign. */
  scale: z.enum(["fraction", "percent"]),
});
export type StatedConfidenceConfig = z.output<typeof configSchema>;

/**
 * The confidence that a model states with its answer, in 0..1, as the score; unscored where there is none. Its weight is 0 unless somebody changes it: it is what
 * the calibration of a run is computed from (Brier score and expected calibration error), and says nothing about being right.
 */
export const statedConfidence: InlineKind<StatedConfidenceConfig> = {
  kind: "stated-confidence",
  execution: "inline",
  family: "numbers",
  label: "Stated confidence",
  explanation:
    "Reads how sure the model says it is, so that a run can show how often it is right when it is that sure.",
  direction: "higher",
  defaultThreshold: 0.5,
  defaultWeight: 0,
  binary: false,
  needsExpected: false,
  configSchema,
  defaults: { source: "text", name: "confidence", scale: "fraction" },
  compile(config) {
    return (input) => {
      const stated = statedIn(input, config);
      if ("problem" in stated) return unscored(stated.problem);
      const reading = readConfidence(stated.value, config.scale);
      if ("problem" in reading) return unscored(reading.problem);
      return toGrade(reading.confidence, input.output);
    };
  },
};

function toGrade(confidence: number, output: string): GradeResult {
  const percent = Number((confidence * 100).toFixed(1));
  return scored(confidence, `A confidence of ${percent} % is stated with the answer ${quote(output)}.`);
}

type Stated = { value: unknown } | { problem: string };

function statedIn({ output, metadata }: GradeInput, { source, name }: StatedConfidenceConfig): Stated {
  switch (source) {
    case "text": {
      const value = textAfterWord(output, name);
      return value === null
        ? { problem: `The answer states no number after “${name}”, so there is no confidence to read.` }
        : { value };
    }
    case "metadata":
      return fieldOf(metadata, name, "The metadata of the case has");
    case "json": {
      const read = jsonFromText(output, { allowFence: true });
      return read.status === "json" ? fieldOf(read.value, name, "The answer has") : { problem: read.reason };
    }
  }
}

function fieldOf(root: unknown, path: string, holder: string): Stated {
  let value = root;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return { problem: `${holder} no field “${path}”, so there is no confidence to read.` };
    value = Reflect.get(value, step);
  }
  return { value };
}
