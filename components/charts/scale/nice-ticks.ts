/**
 * Round tick values from at or below `low` to at or above `high`, about `count` of them, evenly spaced by 1, 2 or 5
 * times a power of ten. Always at least two ticks; ends that are not finite count as 0 and 1.
 */
export function niceTicks(low: number, high: number, count = 5): number[] {
  const from = Number.isFinite(low) ? low : 0;
  const end = Number.isFinite(high) ? high : 1;
  // A range narrower than what its own magnitude can resolve gets a range that can be drawn.
  const smallest = Math.max(Math.abs(from) * 1e-6, 1e-9);
  const to = end - from >= smallest ? end : from + Math.max(Math.abs(from) * 0.1, 1e-6);
  const step = niceStep((to - from) / Math.max(1, count - 1));
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(to / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  if (fraction <= 1) return power;
  if (fraction <= 2) return 2 * power;
  return fraction <= 5 ? 5 * power : 10 * power;
}

// 3 * 0.1 is 0.30000000000000004; twelve digits keep every tick a chart can show.
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
