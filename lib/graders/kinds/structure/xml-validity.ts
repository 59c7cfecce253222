import { z } from "zod";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { markupProblem } from "../../markup/markup-problem.ts";
import { scanXml } from "../../markup/scan-xml.ts";
import { unfenced } from "../../reading/fenced-texts.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  /** Elements that must be there, named from the outermost one: `order.customer.name`. */
  requiredElements: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[^\s.]+(?:\.[^\s.]+)*$/, "Name an element from the outermost one, with dots: order.total.")
        .max(500, "A name has at most 500 characters."),
    )
    .max(100, "At most 100 elements."),
  allowFence: z.boolean(),
});
export type XmlValidityConfig = z.output<typeof configSchema>;

/** 1 when the answer is a well-formed XML 1.0 document with the required elements, else 0. Not checked against a schema. */
export const xmlValidity: InlineKind<XmlValidityConfig> = {
  kind: "xml-validity",
  execution: "inline",
  family: "structure",
  label: "Well-formed XML",
  explanation: "Passes when the answer is XML that a program can read, with the elements you name.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { requiredElements: [], allowFence: false },
  compile(config) {
    return ({ output }) => {
      const missing = new Set(config.requiredElements);
      const onElement =
        missing.size === 0 ? undefined : (path: readonly string[]) => missing.delete(path.join("."));
      const text = unfenced(output, config).trim();
      if (text === "") return scored(0, "The answer is empty, so it is not XML.");
      const problem = markupProblem(text, (answer) => scanXml(answer, onElement));
      if (problem !== null) return scored(0, `The answer is not well-formed XML: ${problem}.`);
      const [first] = missing;
      if (first === undefined) return scored(1, `The answer is well-formed XML: ${quote(text, 40)}.`);
      const more = missing.size > 1 ? ` and ${missing.size - 1} more` : "";
      return scored(0, `The answer is well-formed XML without the element ${quote(first)}${more}.`);
    };
  },
};
