import { z } from "zod";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { markupProblem } from "../../markup/markup-problem.ts";
import { scanHtml } from "../../markup/scan-html.ts";
import { unfenced } from "../../reading/fenced-texts.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  scope: z.enum(["fragment", "document"]),
  allowFence: z.boolean(),
});
export type HtmlValidityConfig = z.output<typeof configSchema>;

/**
 * 1 when the answer is HTML whose tags are closed and nested, else 0. It has at least one element; as a document, a document type and
 * the element html. Which elements and attributes exist is not checked.
 */
export const htmlValidity: InlineKind<HtmlValidityConfig> = {
  kind: "html-validity",
  execution: "inline",
  family: "structure",
  label: "Well-formed HTML",
  explanation: "Passes when the answer is HTML in which every tag is closed where it has to be.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { scope: "fragment", allowFence: false },
  compile(config) {
    return ({ output }) => {
      const text = unfenced(output, config).trim();
      let first: string | null = null;
      const problem = markupProblem(text, (answer) =>
        scanHtml(answer, (name) => {
          first ??= name;
        }),
      );
      if (problem !== null) return scored(0, `The answer is not well-formed HTML: ${problem}.`);
      if (first === null) return scored(0, `The answer ${quote(text)} has no HTML element.`);
      if (
        config.scope === "document" &&
        (!/^<!doctype\s+html[\s>]/i.test(text.slice(0, 100)) || first !== "html")
      )
        return scored(
          0,
          "The answer is HTML, and not a whole document: <!doctype html> and <html> are missing.",
        );
      return scored(1, `The answer is well-formed HTML: ${quote(text, 40)}.`);
    };
  },
};
