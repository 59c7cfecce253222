/**
 * Round values within a range of positive numbers for a logarithmic axis: 1, 2 and 5 times powers of ten, the powers alone where there
 * would be more than `most`, every second or third power where there would still be. At least the ends of the range where it holds none.
 */
export function logTicks(low: number, high: number, most = 7): number[] {
  for (const { steps, every } of [
    { steps: [1, 2, 5], every: 1 },
    { steps: [1], every: 1 },
    { steps: [1], every: 2 },
    { steps: [1], every: 3 },
  ]) {
    const ticks = ticksWithin(low, high, steps, every);
    if (ticks.length === 0) break;
    if (ticks.length <= most) return ticks.length > 1 ? ticks : withEnds(ticks, low, high);
  }
  return [low, high];
}

function ticksWithin(low: number, high: number, steps: readonly number[], every: number): number[] {
  const ticks: number[] = [];
  const first = Math.floor(Math.log10(low));
  for (let power = first; power <= Math.ceil(Math.log10(high)); power += 1) {
    if ((power - first) % every !== 0) continue;
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

function withEnds(ticks: readonly number[], low: number, high: number): number[] {
  const [only = low] = ticks;
  return only / low > high / only ? [low, only] : [only, high];
}
