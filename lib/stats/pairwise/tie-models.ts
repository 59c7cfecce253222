import { type Derivatives, newtonMaximise } from "../regression/newton-maximise.ts";
import { type PairCounts, requirePairCounts, winsWithHalfTies } from "./pair-counts.ts";
import { winGroups } from "./win-groups.ts";

export type TieModel = {
  /** Natural logarithms of the strengths, with mean 0. */
  logStrengths: number[];
  /** ν of Davidson (0: no ties), θ of Rao and Kupper (1: no ties). */
  tieParameter: number;
  logLikelihood: number;
};

/**
 * Davidson's model of comparisons with ties: win, loss and tie of i against j are as πᵢ : πⱼ : ν√(πᵢπⱼ). Null without a tie or a
 * win, or where the models are not connected by wins and ties.
 *
 * Source: Davidson 1970, JASA 65:317.
 * @throws RangeError when a table is not square, has negative counts, or ties are not symmetric.
 */
export function davidson(counts: PairCounts): TieModel | null {
  const fit = fitTies(counts, (gap, log) => {
    // In terms of half the gap the three weights are e^h, e^-h and ν.
    const weights = [Math.exp(gap / 2), Math.exp(-gap / 2), Math.exp(log)];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const [win = 0, loss = 0, tie = 0] = weights.map((weight) => weight / sum);
    const slope = (win - loss) / 2;
    const curvature = (win + loss) / 4 - slope ** 2;
    const outcome = (logChance: number, gapSlope: number, logSlope: number): Outcome => ({
      logChance,
      slopes: [gapSlope - slope, logSlope - tie],
      curvatures: [-curvature, slope * tie, -tie * (1 - tie)],
    });
    return [outcome(Math.log(win), 0.5, 0), outcome(Math.log(loss), -0.5, 0), outcome(Math.log(tie), 0, 1)];
  });
  return fit && { ...fit, tieParameter: Math.exp(fit.tieParameter) };
}

/**
 * Rao and Kupper's model of comparisons with ties: P(i beats j) = πᵢ / (πᵢ + θπⱼ), and a tie is what remains. Null without a tie or
 * a win, or where the models are not connected by wins and ties.
 *
 * Source: Rao & Kupper 1967, JASA 62:194.
 * @throws RangeError when a table is not square, has negative counts, or ties are not symmetric.
 */
export function raoKupper(counts: PairCounts): TieModel | null {
  // With θ = 1 + e^log, P(tie) = (θ² - 1) P(win) P(loss).
  const fit = fitTies(counts, (gap, log) => {
    const excess = Math.exp(log);
    const theta = 1 + excess;
    const side = (sign: number): Outcome => {
      const chance = 1 / (1 + theta * Math.exp(-sign * gap));
      const miss = 1 - chance;
      const share = excess / theta;
      const bend = chance * miss;
      return {
        logChance: Math.log(chance),
        slopes: [sign * miss, -miss * share],
        curvatures: [-bend, sign * bend * share, -bend * share ** 2 - miss * share * (1 - share)],
      };
    };
    const win = side(1);
    const loss = side(-1);
    // ln(θ² - 1) = log + ln(2 + e^log).
    const rise = 1 + excess / (2 + excess);
    const tie: Outcome = {
      logChance: log + Math.log(2 + excess) + win.logChance + loss.logChance,
      slopes: [win.slopes[0] + loss.slopes[0], rise + win.slopes[1] + loss.slopes[1]],
      curvatures: [
        win.curvatures[0] + loss.curvatures[0],
        win.curvatures[1] + loss.curvatures[1],
        (2 * excess) / (2 + excess) ** 2 + win.curvatures[2] + loss.curvatures[2],
      ],
    };
    return [win, loss, tie];
  });
  return fit && { ...fit, tieParameter: 1 + Math.exp(fit.tieParameter) };
}

/** Derivatives with respect to the gap of log strengths and the log tie parameter: (gap, gap), (gap, log), (log, log). */
type Outcome = {
  logChance: number;
  slopes: [number, number];
  curvatures: [number, number, number];
};

type PairModel = (gap: number, logParameter: number) => [Outcome, Outcome, Outcome];

function fitTies(counts: PairCounts, model: PairModel): TieModel | null {
  requirePairCounts(counts);
  const { wins, ties = [] } = counts;
  const some = (table: readonly (readonly number[])[]) => table.some((row) => row.some((count) => count > 0));
  if (!some(wins) || !some(ties) || winGroups(winsWithHalfTies(counts)).length !== 1) return null;
  const start = new Array<number>(wins.length + 1).fill(0);
  const fit = newtonMaximise((point) => derivativesOf(wins, ties, point, model), start);
  if (!fit) return null;
  const logStrengths = fit.point.slice(0, -1);
  return { logStrengths, tieParameter: fit.point.at(-1) ?? 0, logLikelihood: fit.at.value };
}

function derivativesOf(
  wins: readonly (readonly number[])[],
  ties: readonly (readonly number[])[],
  point: readonly number[],
  model: PairModel,
): Derivatives {
  const size = wins.length;
  const sum = point.slice(0, size).reduce((total, strength) => total + strength, 0);
  const gradient = point.map((_, index) => (index < size ? -sum : 0));
  // -(Σ strengths)² / 2 fixes the scale at mean 0; the likelihood itself does not depend on it.
  const hessian = point.map((_, i) => point.map((__, j): number => (i < size && j < size ? -1 : 0)));
  let value = (-sum * sum) / 2;
  const add = (i: number, j: number, amount: number) => {
    const row = hessian[i];
    if (row) row[j] = (row[j] ?? 0) + amount;
  };
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const outcomes = model((point[i] ?? 0) - (point[j] ?? 0), point[size] ?? 0);
      [wins[i]?.[j] ?? 0, wins[j]?.[i] ?? 0, ties[i]?.[j] ?? 0].forEach((count, which) => {
        const outcome = outcomes[which];
        if (count === 0 || !outcome) return;
        value += count * outcome.logChance;
        const [gapSlope, logSlope] = outcome.slopes;
        const [gapGap, gapLog, logLog] = outcome.curvatures;
        gradient[i] = (gradient[i] ?? 0) + count * gapSlope;
        gradient[j] = (gradient[j] ?? 0) - count * gapSlope;
        gradient[size] = (gradient[size] ?? 0) + count * logSlope;
        add(i, i, count * gapGap);
        add(j, j, count * gapGap);
        add(i, j, -count * gapGap);
        add(j, i, -count * gapGap);
        add(i, size, count * gapLog);
        add(size, i, count * gapLog);
        add(j, size, -count * gapLog);
        add(size, j, -count * gapLog);
        add(size, size, count * logLog);
      });
    }
  }
  return { value, gradient, hessian };
}
