import { formatPercent } from "#components/ui/format/format-percent.ts";

const fewNoise = 0.2;
const muchNoise = 0.5;

/** What would make the interval of the pass rate narrower: more repetitions, or more cases. */
export function noiseSentence(share: number | null): string | null {
  if (share === null) return null;
  const part = formatPercent(share, 0);
  if (share < fewNoise) {
    return `Chance between repetitions makes up ${part} of the variance of the pass rate. More repetitions would hardly narrow its interval; more cases would.`;
  }
  if (share < muchNoise) {
    return `Chance between repetitions makes up ${part} of the variance of the pass rate. More cases narrow its interval more than more repetitions do.`;
  }
  return `Chance between repetitions makes up ${part} of the variance of the pass rate. More repetitions would narrow its interval.`;
}
