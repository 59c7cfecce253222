import type { GradeUsage } from "../grader-kind.ts";

export const noUsage: GradeUsage = { calls: 0, promptTokens: 0, completionTokens: 0, costMicroUsd: 0 };

/** What several calls were paid for together. A sum with an unknown part is unknown. */
export function addUsage(usages: readonly GradeUsage[]): GradeUsage {
  const sum = (value: (usage: GradeUsage) => number | null) =>
    usages.reduce<number | null>((total, usage) => {
      const part = value(usage);
      return total === null || part === null ? null : total + part;
    }, 0);
  const models = [...new Set(usages.flatMap((usage) => usage.models ?? []))];
  return {
    calls: usages.reduce((total, { calls }) => total + calls, 0),
    promptTokens: sum(({ promptTokens }) => promptTokens),
    completionTokens: sum(({ completionTokens }) => completionTokens),
    costMicroUsd: sum(({ costMicroUsd }) => costMicroUsd),
    ...(models.length > 0 && { models }),
  };
}
