import type { Policy } from "#lib/gates/policy/policy-schema.ts";
import type { QuestionParams } from "./question-params.ts";
import { defaultMargin, type Question } from "./question-schema.ts";

const microUsd = 1_000_000;

/**
 * The question as people would type it, to ask it again: what `readQuestion` reads gives the question back. A policy's cost of a case
 * becomes that of 1,000 requests, where the bar has none of its own.
 */
export function paramsOfQuestion({
  datasetId,
  runIds,
  bar,
  margin,
  stakes,
  statedCosts,
}: Question): QuestionParams {
  return {
    dataset: datasetId,
    runs: runIds,
    ...policyParams(bar.policy),
    ...(bar.costPer1000MicroUsd !== null && { cost: dollars(bar.costPer1000MicroUsd) }),
    own: bar.selfHostedOnly,
    licence: bar.licences.join(", "),
    margin: margin === defaultMargin ? "" : percent(margin),
    value: dollars(stakes?.valueOfRightMicroUsd ?? null),
    wrong: dollars(stakes?.costOfWrongMicroUsd ?? null),
    traffic: plain(stakes?.requestsPerMonth ?? null),
    stated: Object.fromEntries(Object.entries(statedCosts).map(([id, cost]) => [id, dollars(cost)])),
  };
}

/** The same question with the bar of a gate's policy. */
export function withPolicy(params: QuestionParams, policy: Policy): QuestionParams {
  return { ...params, ...policyParams(policy) };
}

function policyParams(policy: Policy) {
  return {
    floor: percent(policy.passRate),
    slices: policy.slices.map(({ dimension, value, passRate }) => ({
      dimension,
      value,
      floor: percent(passRate),
    })),
    regression: percent(policy.regression?.margin ?? null),
    critical: criticalParam(policy),
    criticalTag: policy.critical?.tag ?? "",
    p95: plain(policy.latencyP95Ms),
    cost: dollars(policy.costPerCaseMicroUsd === null ? null : 1000 * policy.costPerCaseMicroUsd),
    missing: percent(policy.withoutVerdictShare),
    cases: plain(policy.minimumCases),
  };
}

function criticalParam({ critical }: Policy): QuestionParams["critical"] {
  if (critical === null) return "";
  return critical.tag === null ? "graders" : "tag";
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
