/**
 * The two ends of an interval in the format of the figure that they stand beside, and without its percent sign:
 * 0.886 and 0.934 -> "[88.6, 93.4]", 12 and 14 ms -> "[12 ms, 14 ms]".
 */
export function formatLimits(low: number, high: number, format: (value: number) => string): string {
  return `[${withoutPercent(format(low))}, ${withoutPercent(format(high))}]`;
}

const withoutPercent = (text: string) => text.replace(/\s*%$/u, "");
