/** How many attempts had ended at a moment of a clock that only goes forward. */
export type Sample = { atMs: number; done: number };

export type Throughput = {
  /** Ended attempts a second over the last five; null while that is not known. */
  perSecond: number | null;
  /** Ended attempts in each of the last seconds that were watched, the newest last. */
  history: number[];
};

const nowMs = 5_000;
const leastMs = 1_500;
const steadyMs = 30_000;
const historySeconds = 60;
const keptMs = (historySeconds + 2) * 1_000;

/** Adds a sample and lets go of those that nobody asks for any more. `samples` is changed in place. */
export function addSample(samples: Sample[], sample: Sample): void {
  samples.push(sample);
  const firstKept = samples.findIndex(({ atMs }) => atMs >= sample.atMs - keptMs);
  samples.splice(0, firstKept);
}

export function throughputOf(samples: readonly Sample[]): Throughput {
  return { perSecond: rateOver(samples, nowMs), history: historyOf(samples) };
}

/** The rate to tell the time left from: over half a minute, so that it does not jump; null while that is not known. */
export function steadyRate(samples: readonly Sample[]): number | null {
  return rateOver(samples, steadyMs);
}

function rateOver(samples: readonly Sample[], spanMs: number): number | null {
  const last = samples.at(-1);
  const first = last && samples.find(({ atMs }) => atMs >= last.atMs - spanMs);
  if (first === undefined || last === undefined || last.atMs - first.atMs < leastMs) return null;
  // Trying again and grading again take nothing away, but a run's shards may be counted anew.
  const rate = ((last.done - first.done) * 1_000) / (last.atMs - first.atMs);
  return Math.max(0, Math.round(rate * 10) / 10);
}

/** What was done by the end of each whole second, from the samples on both sides of it. */
function historyOf(samples: readonly Sample[]): number[] {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return [];
  const seconds = Math.min(historySeconds, Math.floor((last.atMs - first.atMs) / 1_000));
  const marks = Array.from({ length: seconds + 1 }, (_, i) =>
    doneAt(samples, last.atMs - (seconds - i) * 1_000),
  );
  return marks.slice(1).map((done, i) => Math.max(0, Math.round(done - (marks[i] ?? done))));
}

function doneAt(samples: readonly Sample[], atMs: number): number {
  const after = samples.findIndex((sample) => sample.atMs >= atMs);
  const right = samples[after] ?? samples.at(-1);
  const left = samples[after - 1] ?? right;
  if (left === undefined || right === undefined) return 0;
  if (right.atMs === left.atMs) return right.done;
  const along = Math.min(1, Math.max(0, (atMs - left.atMs) / (right.atMs - left.atMs)));
  return left.done + along * (right.done - left.done);
}
