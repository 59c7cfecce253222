import type { FinishReasonConfig } from "#lib/graders/kinds/operations/finish-reason.ts";
import type { LimitConfig } from "#lib/graders/kinds/operations/limit-kind.ts";
import type { TokenCountConfig } from "#lib/graders/kinds/operations/token-count.ts";
import type { FormSpec } from "../fields/config-field.ts";

const unknown = "Where it is not known, as for many imported answers, the answer is unscored.";

const latency: FormSpec<keyof LimitConfig> = {
  note: `From sending the request to the end of the answer. ${unknown}`,
  fields: [
    { type: "number", name: "limit", label: "At most, in milliseconds", hint: "2000 for two seconds." },
  ],
};

const timeToFirstToken: FormSpec<keyof LimitConfig> = {
  note: `From sending the request to the first piece of the answer. ${unknown}`,
  fields: [
    { type: "number", name: "limit", label: "At most, in milliseconds", hint: "500 for half a second." },
  ],
};

const cost: FormSpec<keyof LimitConfig> = {
  note: `What the answer itself cost, without judging it. ${unknown}`,
  fields: [
    {
      type: "number",
      name: "limit",
      label: "At most, in US dollars for one answer",
      hint: "0.01 for a cent.",
    },
  ],
};

const tokenCount: FormSpec<keyof TokenCountConfig> = {
  note: `As the provider counted them. ${unknown}`,
  fields: [
    {
      type: "choice",
      name: "which",
      label: "Tokens of",
      options: [
        { value: "completion", label: "The answer" },
        { value: "prompt", label: "The prompt" },
        { value: "total", label: "Both together" },
      ],
    },
    { type: "number", name: "minimum", label: "Fewest tokens", optional: true, half: true },
    { type: "number", name: "maximum", label: "Most tokens", optional: true, half: true },
  ],
};

const finishReason: FormSpec<keyof FinishReasonConfig> = {
  note: "Usual reasons are stop, length (cut at the token limit), content-filter and tool-calls.",
  fields: [
    { type: "texts", name: "allowed", label: "Reasons that are right", hint: "One on each line.", rows: 2 },
  ],
};

export const operationsForms: Readonly<Record<string, FormSpec>> = {
  latency,
  "time-to-first-token": timeToFirstToken,
  cost,
  "token-count": tokenCount,
  "finish-reason": finishReason,
};
