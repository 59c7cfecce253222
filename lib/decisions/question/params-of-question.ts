import type { QuestionParams } from "./question-params.ts";
import { defaultMargin, type Question } from "./question-schema.ts";

const microUsd = 1_000_000;

/** The question as people would type it, to ask it again: what `readQuestion` reads gives the question back. */
export function paramsOfQuestion({
  datasetId,
  runIds,
  bar,
  margin,
  stakes,
  statedCosts,
}: Question): QuestionParams {
  const { policy } = bar;
  return {
    dataset: datasetId,
    runs: runIds,
    floor: percent(policy.passRate),
    slices: policy.slices.map(({ dimension, value, passRate }) => ({
      dimension,
      value,
      floor: percent(passRate),
    })),
    critical: policy.critical === null ? "" : policy.critical.tag === null ? "graders" : "tag",
    criticalTag: policy.critical?.tag ?? "",
    p95: plain(policy.latencyP95Ms),
    cost: dollars(bar.costPer1000MicroUsd),
    missing: percent(policy.withoutVerdictShare),
    cases: plain(policy.minimumCases),
    own: bar.selfHostedOnly,
    margin: margin === defaultMargin ? "" : percent(margin),
    value: dollars(stakes?.valueOfRightMicroUsd ?? null),
    wrong: dollars(stakes?.costOfWrongMicroUsd ?? null),
    traffic: plain(stakes?.requestsPerMonth ?? null),
    stated: Object.fromEntries(Object.entries(statedCosts).map(([id, cost]) => [id, dollars(cost)])),
  };
}

/** Twelve digits: 0.07 · 100 is 7.000000000000001. */
function plain(value: number | null): string {
  return value === null ? "" : String(Number(value.toPrecision(12)));
}

function percent(share: number | null): string {
  return plain(share === null ? null : share * 100);
}

function dollars(amount: number | null): string {
  return plain(amount === null ? null : amount / microUsd);
}
