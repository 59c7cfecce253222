import { chooseComparison } from "./choose-comparison.ts";
import type { MethodChoice } from "./method-choice.ts";
import type { MethodQuestion } from "./method-question.ts";

/** Fewer runs than this have no usable limits: the moving range rests on too few steps. */
const FEWEST_RUNS = 8;

/** A series of runs over one dataset; `cases` counts the runs. */
export function chooseTrend(asked: MethodQuestion): MethodChoice {
  if (asked.score === "pairwise") {
    return {
      kind: "refused",
      why: "Strengths depend on the opponents of the day, so they have no trend: compare them within one set of votes.",
    };
  }
  if (asked.cases < FEWEST_RUNS) {
    return {
      kind: "refused",
      why: `A chart of ${asked.cases} ${asked.cases === 1 ? "run" : "runs"} has no limits yet; from ${FEWEST_RUNS} runs on it has, and until then compare with the last accepted run.`,
    };
  }
  const rate = asked.score === "binary" || asked.score === "judged";
  // What two neighbouring runs would be compared by; many cases stand behind each of them.
  const alarm = chooseComparison({ ...asked, cases: 100, clusters: null });
  return {
    kind: "trend",
    chart: rate ? "laney-chart" : "ewma-chart",
    drift: "ewma-chart",
    changePoint: rate ? "binomial-change-point" : "pettitt",
    alarm: alarm.kind === "comparison" ? alarm.test : "sign-flip",
    why: "The alarm is the paired test against the last accepted run, which sees far smaller changes; the chart shows slow drift, with limits as wide as runs of one dataset really vary.",
  };
}

/** Live traffic, where anyone may look at any time. */
export function chooseLive({ score, question }: MethodQuestion): MethodChoice {
  if (score === "pairwise" || score === "quantile") {
    return {
      kind: "refused",
      why: "There is no method here that allows looking at any time for this kind of score: collect a fixed number of requests and compare those.",
    };
  }
  const graded = score === "graded";
  if (question === "live shadow") {
    return {
      kind: "live",
      check: null,
      interval: graded ? "betting-sequence" : "asymptotic-sequence",
      test: graded ? "mixture-ratio" : "sequential-mcnemar",
      why: "Both models answer the same requests, and the result may be looked at after every one of them without more false alarms.",
    };
  }
  return {
    kind: "live",
    check: "sample-ratio",
    interval: "asymptotic-sequence",
    test: "mixture-ratio",
    why: "Requests are divided between the models, so the division is checked first, and the result may then be looked at at any time without more false alarms.",
  };
}
