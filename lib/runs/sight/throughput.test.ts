import { expect, test } from "vitest";
import { addSample, type Sample, steadyRate, throughputOf } from "./throughput.ts";

/** Four looks a second at something that does `perSecond`. */
function watched(seconds: number, perSecond: (second: number) => number): Sample[] {
  const samples: Sample[] = [];
  let done = 0;
  for (let quarter = 0; quarter <= seconds * 4; quarter++) {
    addSample(samples, { atMs: 1_000 + quarter * 250, done: Math.round(done) });
    done += perSecond(Math.floor(quarter / 4)) / 4;
  }
  return samples;
}

test("nothing is told before there is something to tell from", () => {
  expect(throughputOf([])).toEqual({ perSecond: null, history: [] });
  expect(throughputOf(watched(1, () => 40)).perSecond).toBeNull();
});

test("now is the last five seconds, each second has its own count, and a minute is kept", () => {
  const samples = watched(300, (second) => (second < 290 ? 40 : 8));
  const { perSecond, history } = throughputOf(samples);
  expect(perSecond).toBe(8);
  expect(history).toHaveLength(60);
  expect(history.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 40));
  expect(history.slice(-9)).toEqual(Array.from({ length: 9 }, () => 8));
  expect(steadyRate(samples)).toBeCloseTo((20 * 40 + 10 * 8) / 30, 0);
  expect(samples.length).toBeLessThan(300);
});

test("a count that goes back is no negative rate", () => {
  const samples = [
    { atMs: 0, done: 50 },
    { atMs: 2_000, done: 10 },
  ];
  expect(throughputOf(samples)).toEqual({ perSecond: 0, history: [0, 0] });
});
