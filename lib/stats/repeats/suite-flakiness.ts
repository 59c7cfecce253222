import { logGamma } from "../distributions/log-gamma.ts";
import { maximise } from "../maximise.ts";
import { type CaseAttempts, requireAttempts } from "./pass-at-k.ts";

export type SuiteFlakiness = {
  /** Mean pass rate of the fitted distribution of case pass rates. */
  mean: number;
  /** 1 / (alpha + beta + 1). 1: every case always gives the same result. 0: all cases share one pass rate. */
  correlation: number;
  /** Beta parameters; null where correlation is 0, because they are then infinite. */
  alpha: number | null;
  beta: number | null;
  logLikelihood: number;
};

// At exactly 1 the likelihood of a case with both outcomes is 0.
const LARGEST_CORRELATION = 1 - 1e-9;

/**
 * Maximum-likelihood beta-binomial fit over the cases of a suite: how much of the variation between attempts is
 * sampling noise. Null when no case has two attempts, or when all attempts passed or all failed, because the
 * correlation cannot then be estimated.
 *
 * Source: the beta-binomial model, Williams 1975, Biometrics 31:949; profile likelihood in mean and correlation.
 * @throws RangeError unless the counts are whole and passes <= attempts.
 */
export function suiteFlakiness(cases: readonly CaseAttempts[]): SuiteFlakiness | null {
  const counts = stepCounts(cases);
  const passes = counts.passes.reduce((sum, count) => sum + count, 0);
  const fails = counts.fails.reduce((sum, count) => sum + count, 0);
  if (passes === 0 || fails === 0 || counts.attempts.length < 2) return null;
  const bestCorrelation = (mean: number) => {
    const inside = maximise(
      (correlation) => logLikelihood(counts, mean, correlation),
      0,
      LARGEST_CORRELATION,
    );
    return logLikelihood(counts, mean, 0) >= logLikelihood(counts, mean, inside) ? 0 : inside;
  };
  const mean = maximise((candidate) => logLikelihood(counts, candidate, bestCorrelation(candidate)), 0, 1);
  const correlation = bestCorrelation(mean);
  const scale = correlation === 0 ? null : (1 - correlation) / correlation;
  return {
    mean,
    correlation,
    alpha: scale === null ? null : mean * scale,
    beta: scale === null ? null : (1 - mean) * scale,
    logLikelihood: logLikelihood(counts, mean, correlation),
  };
}

/** Entry s is the number of cases with more than s passes, fails or attempts. */
type StepCounts = { passes: number[]; fails: number[]; attempts: number[]; logChoose: number };

function stepCounts(cases: readonly CaseAttempts[]): StepCounts {
  const counts: StepCounts = { passes: [], fails: [], attempts: [], logChoose: 0 };
  const add = (steps: number[], length: number) => {
    for (let step = 0; step < length; step += 1) steps[step] = (steps[step] ?? 0) + 1;
  };
  for (const { attempts, passes } of cases) {
    requireAttempts({ attempts, passes }, 1);
    add(counts.passes, passes);
    add(counts.fails, attempts - passes);
    add(counts.attempts, attempts);
    counts.logChoose += logGamma(attempts + 1) - logGamma(passes + 1) - logGamma(attempts - passes + 1);
  }
  return counts;
}

/** Written in mean and correlation, the rising factorials stay finite down to correlation 0 (plain binomial). */
function logLikelihood(counts: StepCounts, mean: number, correlation: number): number {
  const rising = (share: number, steps: readonly number[]) =>
    steps.reduce(
      (sum, count, step) => sum + count * Math.log(share * (1 - correlation) + step * correlation),
      0,
    );
  const numerator = rising(mean, counts.passes) + rising(1 - mean, counts.fails);
  return counts.logChoose + numerator - rising(1, counts.attempts);
}
