export type ReadJudgement = {
  judge: string;
  /** The verdict as it was read, or null. */
  verdict: string | null;
  problem: string | null;
  raw: string | null;
};

export type ReadJudgements = {
  judgements: ReadJudgement[];
  /** Share of judgements that say something else than most. */
  disagreement: number;
  /** As it was sent; long messages without their middle. */
  prompt: { role: string; content: string }[];
};

/** What judges said, from the detail of a stored grade; null for the detail of a grader that asks no judge. */
export function readJudgements(detail: unknown): ReadJudgements | null {
  const { judgements, prompt, disagreement } = objectOf(detail);
  if (!Array.isArray(judgements) || !Array.isArray(prompt)) return null;
  return {
    judgements: judgements.map((one) => {
      const { judge, verdict, problem, raw } = objectOf(one);
      return {
        judge: textOf(judge) ?? "",
        verdict: verdict === undefined ? null : (textOf(verdict) ?? JSON.stringify(verdict)),
        problem: textOf(problem),
        raw: textOf(raw),
      };
    }),
    disagreement: typeof disagreement === "number" ? disagreement : 0,
    prompt: prompt.map((message) => {
      const { role, content } = objectOf(message);
      return { role: textOf(role) ?? "", content: textOf(content) ?? "" };
    }),
  };
}

export type ReadUsage = {
  calls: number;
  tokens: number | null;
  costMicroUsd: number | null;
  models: string[];
  prompt: string | null;
};

/** What a grade was paid for; null for a grade that asked nobody. */
export function readUsage(usage: unknown): ReadUsage | null {
  const { calls, promptTokens, completionTokens, costMicroUsd, models, prompt } = objectOf(usage);
  if (typeof calls !== "number") return null;
  const { name, version } = objectOf(prompt);
  const counts = [promptTokens, completionTokens].map((count) => (typeof count === "number" ? count : null));
  const [sent = null, got = null] = counts;
  return {
    calls,
    tokens: sent === null || got === null ? null : sent + got,
    costMicroUsd: typeof costMicroUsd === "number" ? costMicroUsd : null,
    models: Array.isArray(models) ? models.filter((model) => typeof model === "string") : [],
    prompt: typeof name === "string" ? `${name} v${version}` : null,
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
