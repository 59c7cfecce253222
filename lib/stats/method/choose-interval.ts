import { SMALLEST_YOUDEN } from "../judge/rogan-gladen.ts";
import type { Adjustment, MethodChoice } from "./method-choice.ts";
import type { Method } from "./method-names.ts";
import { independentUnits, isDependent, type MethodQuestion } from "./method-question.ts";

/** Fewer labels than this do not carry the normal interval of PPI++. */
export const FEWEST_LABELS = 30;

/** The interval of one run's score; for a floor the one that never promises too much. */
export function chooseInterval(asked: MethodQuestion): MethodChoice {
  switch (asked.score) {
    case "binary":
      return ofRate(asked, "");
    case "graded":
      return ofMean(asked);
    case "judged":
      return ofJudgedRate(asked);
    case "quantile":
      return one(
        asked,
        "order-statistics",
        "Times and costs have long tails, so the limits are two of the measured values themselves; with too few cases a limit does not exist.",
      );
    case "pairwise":
      return one(
        asked,
        "case-bootstrap",
        "Strengths come from who beat whom with ties counting half, and whole cases are resampled because votes on one case are not independent.",
      );
  }
}

function ofRate(asked: MethodQuestion, caveat: string): MethodChoice {
  const floor = asked.question === "floor";
  if (isDependent(asked)) {
    return one(
      asked,
      floor ? "korn-graubard" : "wilson-effective",
      `${dependence(asked)}, so the interval is taken at the number of independent attempts that tell as much${caveat}.`,
    );
  }
  return floor
    ? one(
        asked,
        "clopper-pearson",
        `A floor must be proven, and this interval is right in at least 95 of 100 samples${caveat}.`,
      )
    : one(
        asked,
        "wilson",
        `Pass or fail with one attempt a case: this interval holds its 95 % also near 0 and 100 %${caveat}.`,
      );
}

function ofMean(asked: MethodQuestion): MethodChoice {
  if (independentUnits(asked) < 2) return tooFew(asked);
  const clustered = asked.clusters !== null;
  if (asked.skewed) {
    const method = clustered ? "bca-clustered" : "bca";
    return one(
      asked,
      method,
      `The scores crowd at one end, so the interval follows their shape instead of assuming symmetry${perCase(asked)}.`,
    );
  }
  return clustered
    ? one(asked, "clustered-t", `${dependence(asked)}, so the error is computed from whole groups.`)
    : one(
        asked,
        "t",
        `A mean of graded scores varies nearly normally from sample to sample${perCase(asked)}.`,
      );
}

function ofJudgedRate(asked: MethodQuestion): MethodChoice {
  const { labels } = asked;
  if (labels.kind === "this run" && labels.count >= FEWEST_LABELS) {
    const known = `${labels.count} answers of this run have a human label, which corrects the judge and keeps what it adds`;
    return isDependent(asked)
      ? one(asked, "ppi-clustered", `${known}, and answers that are alike are resampled together.`)
      : one(asked, "ppi", `${known}.`);
  }
  if (labels.kind === "calibration") {
    if (labels.youden <= SMALLEST_YOUDEN) return uselessJudge(labels.youden);
    return one(
      asked,
      "rogan-gladen",
      "The judge's error rates are known from an older calibration set, so the rate is corrected for them as far as they still hold" +
        (isDependent(asked) ? ", at the number of independent attempts that tell as much." : "."),
    );
  }
  return ofRate(asked, `; it is the judge's figure, ${labelShortage(asked)}`);
}

export function labelShortage({ labels }: MethodQuestion): string {
  const found = labels.kind === "this run" ? `only ${labels.count} labels` : "no labels";
  return `with ${found} to correct it (${FEWEST_LABELS} of this run are needed)`;
}

export function uselessJudge(youden: number): MethodChoice {
  return {
    kind: "refused",
    why: `The judge is little better than chance (TPR + TNR - 1 is ${youden.toFixed(2)}), so its figures say nothing: improve it or label this run.`,
  };
}

export function tooFew(asked: MethodQuestion): MethodChoice {
  const unit = asked.clusters === null ? "case" : "independent group of cases";
  return {
    kind: "refused",
    why: `There is one ${unit} only, and chance cannot be told from one: add cases.`,
  };
}

/** Why attempts are not independent, as the beginning of a sentence. */
export function dependence({ repetitions, clusters }: MethodQuestion): string {
  if (clusters === null) return `Each case was tried ${repetitions} times and its attempts are alike`;
  const groups = `Cases come in ${clusters} groups whose members are alike`;
  return repetitions > 1 ? `${groups}, and each case was tried ${repetitions} times` : groups;
}

/** How repeated attempts enter a method that works on cases. */
export function perCase({ repetitions }: MethodQuestion): string {
  return repetitions > 1 ? ", each case counting once by the mean of its attempts" : "";
}

/** Many looks at once: slices are explored, floors are promises. */
export function adjustmentOf({ family, question }: MethodQuestion): Adjustment | null {
  if (family === 1) return null;
  const promise = question === "floor" || question === "no worse" || question === "several";
  return { method: promise ? "holm" : "benjamini-hochberg", family };
}

function one(asked: MethodQuestion, interval: Method, why: string): MethodChoice {
  // Intervals that only describe are shown as they are; a family of promises shares its error.
  return {
    kind: "interval",
    interval,
    adjustment: asked.question === "floor" ? adjustmentOf(asked) : null,
    why,
  };
}
