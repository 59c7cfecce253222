import type { CaseGroup } from "./mean-over-groups.ts";

/**
 * Part of the variance of a run's pass rate that comes from chance between repetitions of the same case, in 0..1; the rest
 * comes from which cases are in the suite. Near 0, more repetitions cannot make the interval much narrower, and only more
 * cases can. Null with fewer than two cases, when no case has two attempts, or when all case means are equal.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 3.1; one-way random effects on counts.
 */
export function samplingNoiseShare(groups: readonly CaseGroup[]): number | null {
  const used = groups.filter((group) => group.attempts > 0 && group.cases > 0);
  const sum = (of: (group: CaseGroup) => number, from = used) =>
    from.reduce((total, group) => total + group.cases * of(group), 0);
  const cases = sum(() => 1);
  const repeated = used.filter((group) => group.attempts > 1);
  const repeatedCases = sum(() => 1, repeated);
  if (cases < 2 || repeatedCases === 0) return null;
  const mean = sum((group) => group.passes / group.attempts) / cases;
  const variance = sum((group) => (group.passes / group.attempts - mean) ** 2) / (cases - 1);
  if (variance === 0) return null;
  const within =
    sum(({ attempts, passes }) => (passes * (attempts - passes)) / (attempts * (attempts - 1)), repeated) /
    repeatedCases;
  return Math.min(1, (within * sum((group) => 1 / group.attempts)) / cases / variance);
}
