import { z } from "zod";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({});
type NotEmptyConfig = z.output<typeof configSchema>;

/** White space, control characters, and characters without a shape such as the zero-width space. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** 1 when the answer has at least one visible character, else 0. */
export const notEmpty: InlineKind<NotEmptyConfig> = {
  kind: "not-empty",
  execution: "inline",
  family: "text",
  label: "Not empty",
  explanation: "Passes when there is an answer at all, and not only white space.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: {},
  compile() {
    return ({ output }) =>
      VISIBLE.test(output)
        ? scored(1, `There is an answer: ${quote(output)}.`)
        : scored(0, `The answer is ${quote(output)}.`);
  },
};
