import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, JsonValue, OutsideKind } from "../../grader-kind.ts";
import { quoteValue } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  url: z
    .string()
    .trim()
    .max(2_000, "An address has at most 2,000 characters.")
    .refine(
      (url) => url === "" || isAddress(url),
      "Enter an address that starts with http:// or https://, without user name and password.",
    ),
  secretId: idSchema.nullable(),
  timeoutSeconds: z
    .int("Enter a whole number of seconds.")
    .min(1, "At least one second.")
    .max(300, "At most 300 seconds."),
  /** What makes the verdict; versions from before there was a choice let `pass` decide. */
  decides: z.enum(["pass", "score"]).default("pass"),
});
export type WebhookConfig = z.output<typeof configSchema>;

const answerSchema = z.object({
  pass: z.boolean().optional(),
  score: z.number().min(0).max(1).optional(),
  reason: z.string().max(100_000).optional(),
});

/**
 * Posts `{input, expected, output, metadata, attempt, caseKey}` as JSON and takes `{pass?, score?, reason?}` back. Where `pass` decides,
 * it is the score (1 or 0, with the webhook's own score in the detail), and without it that score is held against the threshold. Where
 * the score decides, it is always that one, with `pass` in the detail. Anything else is unscored.
 */
export const webhook: OutsideKind<WebhookConfig> = {
  kind: "webhook",
  execution: "remote",
  family: "programs",
  label: "Webhook",
  explanation: "Posts the answer to an address of yours, which says whether it passes.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: false,
  configSchema,
  defaults: { url: "", secretId: null, timeoutSeconds: 30, decides: "pass" },
  references: ({ url, secretId }) => ({
    secretIds: secretId === null ? [] : [secretId],
    missing: { ...(url === "" && { url: "Enter the address to post to." }) },
  }),
  callsPerAnswer: () => 1,
  open({ url, secretId, timeoutSeconds, decides }, { webhooks }) {
    return async (input, signal) => {
      if (url === "") return unscored("No address is entered. Enter one in the grader's settings.");
      const request = { url, secretId, timeoutMs: timeoutSeconds * 1_000, body: bodyOf(input) };
      const result = await webhooks.post(request, signal);
      if (result.type === "failed") return unscored(`The webhook gave no verdict: ${result.reason}`);
      const parsed = answerSchema.safeParse(result.body);
      if (!parsed.success || (parsed.data.pass === undefined && parsed.data.score === undefined))
        return unscored(
          `The webhook answered ${quoteValue(result.body, 160)}, and not with pass as true or false and a score from 0 to 1.`,
        );
      return gradeOf(parsed.data, decides);
    };
  },
};

function gradeOf(
  { pass, score, reason = "" }: z.output<typeof answerSchema>,
  decides: WebhookConfig["decides"],
): GradeResult {
  if (decides === "score" && score === undefined)
    return unscored(
      "The webhook gave no score, and this grader is set to hold its score against the threshold.",
    );
  const takesPass = decides === "pass" && pass !== undefined;
  const own = takesPass ? Number(pass) : (score ?? 0);
  const verdict = takesPass ? (pass ? "pass" : "fail") : `that the score is ${own}`;
  const told =
    reason.trim() === ""
      ? `The webhook says ${verdict}, without a reason.`
      : `The webhook says: ${reason.trim()}`;
  return scored(own, told, takesPass ? present({ score }) : present({ pass }));
}

function present(detail: { score?: number | undefined; pass?: boolean | undefined }): JsonValue | undefined {
  if (detail.score !== undefined) return { score: detail.score };
  return detail.pass === undefined ? undefined : { pass: detail.pass };
}

function bodyOf({ input, expected, output, metadata, attempt, caseKey }: GradeInput): JsonValue {
  const body = {
    input,
    expected: expected ?? null,
    output,
    metadata,
    attempt: attempt ?? null,
    caseKey: caseKey ?? null,
  };
  // What comes from stored JSON and numbers is JSON again; anything else is left out here.
  return JSON.parse(JSON.stringify(body));
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
