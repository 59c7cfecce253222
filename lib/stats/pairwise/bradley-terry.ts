import { invertMatrix } from "../linear/solve-linear.ts";
import { type Derivatives, newtonMaximise } from "../regression/newton-maximise.ts";
import { type PairCounts, requirePairCounts, winsWithHalfTies } from "./pair-counts.ts";
import { winGroups } from "./win-groups.ts";

export type BradleyTerry =
  /** No common scale exists: `groups` of positions have not all beaten each other. */
  | { kind: "disconnected"; groups: number[][] }
  | {
      kind: "fitted";
      /** Natural logarithms of the strengths, with mean 0. */
      logStrengths: number[];
      /** Covariances of `logStrengths` if the model is right, and robust ones (sandwich). */
      covariance: number[][];
      robustCovariance: number[][];
    };

/**
 * Bradley-Terry strengths from pairwise comparisons, P(i beats j) = πᵢ / (πᵢ + πⱼ), by maximum likelihood; ties count half a win
 * for each side. Comparisons of one case are not independent: for intervals that know this, resample cases
 * (`bradleyTerryByCase`).
 *
 * Source: Bradley & Terry 1952, Biometrika 39:324; existence Ford 1957; sandwich Huber 1967.
 * @throws RangeError when a table is not square, has negative counts, or ties are not symmetric.
 */
export function bradleyTerry(counts: PairCounts): BradleyTerry {
  requirePairCounts(counts);
  const wins = winsWithHalfTies(counts);
  const groups = winGroups(wins);
  if (groups.length !== 1) return { kind: "disconnected", groups };
  const logStrengths = bradleyTerryStrengths(wins);
  if (!logStrengths) return { kind: "disconnected", groups: wins.map((_, model) => [model]) };
  const covariance = pseudoInverse(informationOf(wins, logStrengths));
  return {
    kind: "fitted",
    logStrengths,
    covariance,
    robustCovariance: product(product(covariance, scoreSpread(counts, logStrengths)), covariance),
  };
}

/** Log strengths with mean 0 for wins whose graph is connected; null where Newton's method does not arrive. */
export function bradleyTerryStrengths(wins: readonly (readonly number[])[]): number[] | null {
  if (wins.length === 1) return [0];
  const fit = newtonMaximise((point) => logLikelihood(wins, point), new Array(wins.length).fill(0));
  return fit?.point ?? null;
}

/** Log strength on the Elo scale: 400 points are odds of ten to one. */
export function eloOf(logStrength: number): number {
  return (400 / Math.LN10) * logStrength;
}

/** P(first beats second) from their log strengths. */
export function winProbability(first: number, second: number): number {
  return 1 / (1 + Math.exp(second - first));
}

function logLikelihood(wins: readonly (readonly number[])[], point: readonly number[]): Derivatives {
  const gradient = point.map(() => 0);
  let value = 0;
  wins.forEach((row, i) => {
    row.forEach((won, j) => {
      if (won === 0) return;
      const gap = (point[i] ?? 0) - (point[j] ?? 0);
      const lost = winProbability(0, gap);
      value -= won * (Math.max(0, -gap) + Math.log1p(Math.exp(-Math.abs(gap))));
      gradient[i] = (gradient[i] ?? 0) + won * lost;
      gradient[j] = (gradient[j] ?? 0) - won * lost;
    });
  });
  // A shift of all strengths changes nothing: the added constant fixes it without moving the maximum, as steps then sum to 0.
  const hessian = informationOf(wins, point).map((row) => row.map((entry) => -entry - 1));
  return { value, gradient, hessian };
}

/** Fisher information: the Laplacian of the weights n P (1 - P). */
function informationOf(wins: readonly (readonly number[])[], point: readonly number[]): number[][] {
  return laplacian(wins.length, (i, j) => {
    const chance = winProbability(point[i] ?? 0, point[j] ?? 0);
    return ((wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0)) * chance * (1 - chance);
  });
}

/** Sum of squared scores of single comparisons, a tie being an outcome of one half. */
function scoreSpread({ wins, ties }: PairCounts, point: readonly number[]): number[][] {
  return laplacian(wins.length, (i, j) => {
    const chance = winProbability(point[i] ?? 0, point[j] ?? 0);
    return (
      (wins[i]?.[j] ?? 0) * (1 - chance) ** 2 +
      (wins[j]?.[i] ?? 0) * chance ** 2 +
      (ties?.[i]?.[j] ?? 0) * (0.5 - chance) ** 2
    );
  });
}

function laplacian(size: number, weight: (i: number, j: number) => number): number[][] {
  const positions = Array.from({ length: size }, (_, index) => index);
  return positions.map((i) => {
    const row = positions.map((j) => (i === j ? 0 : -weight(i, j)));
    row[i] = -row.reduce((sum, entry) => sum + entry, 0);
    return row;
  });
}

/** Of a Laplacian of a connected graph, whose null space is the constants. */
function pseudoInverse(matrix: readonly (readonly number[])[]): number[][] {
  const share = 1 / matrix.length;
  const inverse = invertMatrix(matrix.map((row) => row.map((entry) => entry + share)));
  return (inverse ?? matrix).map((row) => row.map((entry) => entry - share));
}

function product(first: readonly (readonly number[])[], second: readonly (readonly number[])[]): number[][] {
  return first.map((row) =>
    row.map((_, column) =>
      row.reduce((sum, entry, index) => sum + entry * (second[index]?.[column] ?? 0), 0),
    ),
  );
}
