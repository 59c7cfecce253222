import { costOrReason, runCostText, timeText } from "#components/runs/start/estimate/estimate-text.ts";
import { type Definition, DefinitionList } from "#components/ui/display/definition-list.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { NextRunPlan } from "#lib/decisions/next-run/next-run.ts";
import { moneyText } from "#lib/runs/starting/money-text.ts";

export type NextRunPlanViewProps = {
  /** Null while it is read. */
  plan: NextRunPlan | null;
  problem: string | null;
};

/** Dataset, model, cases, graders, estimated cost and budget of a run that is about to start. */
export function NextRunPlanView({ plan, problem }: NextRunPlanViewProps) {
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (plan === null) {
    return (
      <p role="status" className="flex items-center gap-2">
        <Spinner />
        Reading what it would do and cost…
      </p>
    );
  }
  return (
    <>
      <p className="mb-2">
        The same pins as run {plan.likeRunNumber}, so that the two can be compared case by case.
      </p>
      <DefinitionList items={linesOf(plan)} />
      {plan.obstacle !== null && (
        <p role="alert" className="mt-2 text-negative">
          {plan.obstacle}
        </p>
      )}
    </>
  );
}

function linesOf(plan: NextRunPlan): Definition[] {
  const { dataset, model, cases, repetitions, graders, concurrency, estimate, judging, budgetMicroUsd } =
    plan;
  const answers =
    repetitions === 1
      ? formatCount(cases)
      : `${formatCount(cases)}, each ${repetitions} times: ${formatCount(cases * repetitions)} answers`;
  return [
    { term: "Dataset", value: `${dataset.name}, version ${dataset.version}` },
    { term: "Model", value: `${model.name}, version ${model.version}` },
    { term: "Cases", value: answers },
    { term: "Graders", value: graders.join(", ") },
    { term: "Calls at once", value: concurrency === 1 ? "1" : `at most ${formatCount(concurrency)}` },
    { term: "Estimate", value: estimateText(estimate, judging) },
    ...partsOf(estimate, judging),
    { term: "Budget", value: budgetText(budgetMicroUsd, plan.month) },
  ];
}

function estimateText(estimate: NextRunPlan["estimate"], judging: NextRunPlan["judging"]): string {
  if (estimate === null) return "nothing is known of this model yet";
  const cost = runCostText({ estimate, judging });
  const of = judging.length === 0 ? "" : " for the answers";
  return estimate.seconds === null
    ? cost
    : `${cost}, ${timeText(estimate.seconds)}${of} if nothing else runs`;
}

/** Answers and judging apart, where there is judging: they are asked of different models at different prices. */
function partsOf(estimate: NextRunPlan["estimate"], judging: NextRunPlan["judging"]): Definition[] {
  if (estimate === null || judging.length === 0) return [];
  return [
    { term: "of it for answers", value: costOrReason(estimate) },
    ...judging.map((one) => ({
      term: `of it for ${one.name}`,
      value: `${costOrReason(one)}, ${formatCount(one.calls)} ${one.calls === 1 ? "call" : "calls"}`,
    })),
  ];
}

function budgetText(
  own: number | null,
  { budgetMicroUsd, spentMicroUsd, monthName }: NextRunPlan["month"],
): string {
  const month =
    budgetMicroUsd === null
      ? "none for the month"
      : `${moneyText(Math.max(0, budgetMicroUsd - spentMicroUsd))} of ${moneyText(budgetMicroUsd)} left for ${monthName}`;
  return own === null ? `none of its own, ${month}` : `it pauses at ${moneyText(own)}; ${month}`;
}
