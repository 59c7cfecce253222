import { requireCount } from "../guards/require-count.ts";
import { newtonMaximise } from "../regression/newton-maximise.ts";
import { abilityGrid } from "./ability-grid.ts";

/** The outcomes of `count` runs alike on every case. */
export type ResponsePattern = { passed: readonly boolean[]; count: number };

export type TwoParameterFit =
  | { kind: "refused"; reason: string }
  | {
      kind: "fitted";
      items: { discrimination: number; difficulty: number }[];
      logLikelihood: number;
      runs: number;
    };

const FEWEST_RUNS = 100;
const MAXIMUM_ROUNDS = 5_000;
const GRID = abilityGrid(81);

/**
 * The two-parameter logistic model by marginal maximum likelihood, runs being N(0, 1): EM over a grid of abilities. Refused with
 * fewer than 100 runs, because the parameters are then mostly noise, and for a case that all runs pass or all fail, because it has
 * no finite difficulty. A run here is any model, prompt and repetition that answered all cases.
 *
 * Source: Bock & Aitkin 1981, Psychometrika 46:443.
 * @throws RangeError when patterns have different numbers of cases or a count is not whole.
 */
export function fitTwoParameter(patterns: readonly ResponsePattern[]): TwoParameterFit {
  const cases = patterns[0]?.passed.length ?? 0;
  patterns.forEach(({ passed, count }, index) => {
    requireCount(count, `patterns[${index}].count`, 1);
    if (passed.length !== cases) {
      throw new RangeError(`Pattern ${index} has ${passed.length} cases and pattern 0 has ${cases}.`);
    }
  });
  const runs = patterns.reduce((sum, { count }) => sum + count, 0);
  const reason = whyRefused(patterns, cases, runs);
  if (reason) return { kind: "refused", reason };
  let items: Item[] = Array.from({ length: cases }, () => ({ intercept: 0, slope: 1 }));
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const expected = expectation(patterns, items);
    const gain = expected.logLikelihood - logLikelihood;
    logLikelihood = expected.logLikelihood;
    // EM approaches slowly: a gain this small leaves parameters right to about 1e-5.
    if (gain < 1e-10 * Math.abs(logLikelihood)) break;
    items = items.map((item, index) =>
      maximisation(item, expected.totals, expected.passes[index] ?? expected.totals),
    );
  }
  return {
    kind: "fitted",
    items: items.map(({ intercept, slope }) => ({ discrimination: slope, difficulty: -intercept / slope })),
    logLikelihood,
    runs,
  };
}

/** P = 1 / (1 + e^-(intercept + slope θ)). */
type Item = { intercept: number; slope: number };

function whyRefused(patterns: readonly ResponsePattern[], cases: number, runs: number): string | null {
  if (cases < 3) return `The model needs at least 3 cases and has ${cases}.`;
  if (runs < FEWEST_RUNS) {
    return `The model needs at least ${FEWEST_RUNS} runs of all cases and has ${runs}; use difficulty and item-rest correlation until then.`;
  }
  for (let index = 0; index < cases; index += 1) {
    const first = patterns[0]?.passed[index];
    if (patterns.every(({ passed }) => passed[index] === first)) {
      return `Every run ${first ? "passes" : "fails"} case ${index}, so it has no finite difficulty; leave it out.`;
    }
  }
  return null;
}

function expectation(patterns: readonly ResponsePattern[], items: readonly Item[]) {
  const { points, weights } = GRID;
  const logPass = items.map((item) =>
    points.map((theta) => -Math.log1p(Math.exp(-item.intercept - item.slope * theta))),
  );
  const logFail = items.map((item) =>
    points.map((theta) => -Math.log1p(Math.exp(item.intercept + item.slope * theta))),
  );
  const totals = new Float64Array(points.length);
  const passes = items.map(() => new Float64Array(points.length));
  const posterior = new Float64Array(points.length);
  let logLikelihood = 0;
  for (const { passed, count } of patterns) {
    posterior.fill(0);
    items.forEach((_, item) => {
      const logs = (passed[item] ? logPass : logFail)[item] ?? posterior;
      for (let at = 0; at < posterior.length; at += 1) posterior[at] = (posterior[at] ?? 0) + (logs[at] ?? 0);
    });
    const largest = posterior.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    let mass = 0;
    for (let at = 0; at < posterior.length; at += 1) {
      posterior[at] = (weights[at] ?? 0) * Math.exp((posterior[at] ?? 0) - largest);
      mass += posterior[at] ?? 0;
    }
    logLikelihood += count * (largest + Math.log(mass));
    for (let at = 0; at < posterior.length; at += 1) {
      const share = (count * (posterior[at] ?? 0)) / mass;
      totals[at] = (totals[at] ?? 0) + share;
      passes.forEach((sums, item) => {
        if (passed[item]) sums[at] = (sums[at] ?? 0) + share;
      });
    }
  }
  return { totals, passes, logLikelihood };
}

function maximisation(item: Item, totals: Float64Array, passes: Float64Array): Item {
  const fit = newtonMaximise(
    ([intercept = 0, slope = 0]) => {
      let value = 0;
      const gradient = [0, 0];
      const hessian = [
        [0, 0],
        [0, 0],
      ];
      GRID.points.forEach((theta, at) => {
        const logit = intercept + slope * theta;
        const total = totals[at] ?? 0;
        const chance = 1 / (1 + Math.exp(-logit));
        const residual = (passes[at] ?? 0) - total * chance;
        const weight = total * chance * (1 - chance);
        value +=
          (passes[at] ?? 0) * logit - total * (Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit))));
        [1, theta].forEach((entry, i) => {
          gradient[i] = (gradient[i] ?? 0) + residual * entry;
          const line = hessian[i];
          if (!line) return;
          line[0] = (line[0] ?? 0) - weight * entry;
          line[1] = (line[1] ?? 0) - weight * entry * theta;
        });
      });
      return { value, gradient, hessian };
    },
    [item.intercept, item.slope],
  );
  const [intercept = item.intercept, slope = item.slope] = fit?.point ?? [];
  return { intercept, slope };
}
