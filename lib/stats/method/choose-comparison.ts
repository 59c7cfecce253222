import { SMALLEST_YOUDEN } from "../judge/rogan-gladen.ts";
import {
  adjustmentOf,
  dependence,
  FEWEST_LABELS,
  labelShortage,
  perCase,
  tooFew,
  uselessJudge,
} from "./choose-interval.ts";
import type { MethodChoice } from "./method-choice.ts";
import type { Method } from "./method-names.ts";
import { independentUnits, isDependent, type MethodQuestion } from "./method-question.ts";

/** Up to this many independent units all sign patterns can be tried. */
const FEW_UNITS = 20;

type Methods = { test: Method; interval: Method; check: Method | null };

/** Two runs on the same cases. */
export function chooseComparison(asked: MethodQuestion): MethodChoice {
  switch (asked.score) {
    case "binary":
      return ofRates(asked, "");
    case "graded":
      return ofMeans(asked, "");
    case "judged":
      return ofJudged(asked);
    case "quantile":
      return pair(
        asked,
        { test: "paired-bootstrap", interval: "paired-bootstrap", check: "sign-flip" },
        "Both runs answered the same cases, so cases are resampled with both of their values and the quantiles compared each time.",
      );
    case "pairwise":
      return pair(
        asked,
        { test: "case-bootstrap", interval: "case-bootstrap", check: null },
        "The difference of two strengths is formed in every resample of cases, because two separate intervals would overstate the doubt; it exists only among models that have beaten each other.",
      );
  }
}

/** Non-inferiority: the margin is to be fixed before the run. */
export function chooseNoWorse(asked: MethodQuestion): MethodChoice {
  const choice = chooseComparison(asked);
  if (choice.kind !== "comparison") return choice;
  if (choice.interval === "tango") {
    return {
      ...choice,
      test: "tango-margin",
      why: `${withoutStop(choice.why)}, and the test asks whether a loss as large as the margin can be ruled out.`,
    };
  }
  return {
    ...choice,
    test: "lower-limit-margin",
    check: null,
    why: `${withoutStop(choice.why)}, and even the lower limit of the difference must lose less than the margin.`,
  };
}

/** More than two runs on the same cases. */
export function chooseSeveral(asked: MethodQuestion): MethodChoice {
  const pairs = chooseComparison({ ...asked, question: "compare" });
  if (pairs.kind !== "comparison") return pairs;
  const overall = pairs.test === "mcnemar-mid-p" ? "cochran-q" : null;
  const first = overall
    ? "One test over all runs comes first, so that many pairs do not produce a difference by chance"
    : "No single test covers all runs here, so every pair is tested";
  return {
    kind: "several",
    overall,
    pairs: pairs.test,
    adjustment: { method: "holm", family: asked.family },
    why: `${first}, and the pairs share one chance of a false alarm.`,
  };
}

function ofRates(asked: MethodQuestion, caveat: string): MethodChoice {
  if (isDependent(asked)) return ofMeans(asked, caveat);
  return pair(
    asked,
    { test: "mcnemar-mid-p", interval: "tango", check: null },
    `Both runs answered the same cases, so only cases with different verdicts count, which needs far fewer cases than two separate rates${caveat}.`,
  );
}

function ofMeans(asked: MethodQuestion, caveat: string): MethodChoice {
  const units = independentUnits(asked);
  if (units < 2) return tooFew(asked);
  const clustered = asked.clusters !== null;
  const interval: Method = clustered ? "clustered-t" : asked.skewed ? "bca" : "t";
  if (units < FEW_UNITS && asked.question !== "no worse") {
    const unit = clustered ? "groups of cases" : "cases";
    return pair(
      asked,
      { test: "sign-flip-exact", interval, check: null },
      `There are only ${units} ${unit}, so every way in which chance could have given the signs is tried out${perCase(asked)}${caveat}.`,
    );
  }
  return clustered
    ? pair(
        asked,
        { test: "paired-clustered-t", interval, check: "sign-flip" },
        `${dependence(asked)}, so the differences per case are tested by whole groups${caveat}.`,
      )
    : pair(
        asked,
        { test: "paired-t", interval, check: "sign-flip" },
        `Both runs answered the same cases, so the difference is taken case by case${perCase(asked)}${caveat}.`,
      );
}

function ofJudged(asked: MethodQuestion): MethodChoice {
  const { labels } = asked;
  if (labels.kind === "this run" && labels.count >= FEWEST_LABELS) {
    const known = `${labels.count} cases have human labels for both answers, which correct the judge's differences case by case`;
    const method = asked.clusters === null ? "ppi-differences" : "ppi-differences-clustered";
    const why =
      asked.clusters === null
        ? `${known}.`
        : `${known}, and groups of cases that are alike are resampled together.`;
    return pair(asked, { test: method, interval: method, check: null }, why);
  }
  if (labels.kind === "calibration") {
    if (labels.youden <= SMALLEST_YOUDEN) return uselessJudge(labels.youden);
    const shrunk = `; the judge shows about ${Math.round(100 * labels.youden)} % of a true difference`;
    return ofRates(asked, shrunk);
  }
  return ofRates(asked, `; it is the judge's figure, ${labelShortage(asked)}`);
}

function pair(asked: MethodQuestion, methods: Methods, why: string): MethodChoice {
  return { kind: "comparison", ...methods, adjustment: adjustmentOf(asked), why };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
