/** A longer line is no metric, and a server that sends more samples has other things to do. */
const maxLineChars = 4_096;
const maxSamples = 50_000;

const linePattern = /^([a-zA-Z_:][\w:]*)(?:\{.*\})?\s+(\S+)(?:\s+-?\d+)?\s*$/;

/**
 * The values of each metric in a Prometheus text, one for every set of labels, in their order. Comments, buckets of histograms and
 * lines that are none of the format are passed over. Values may be infinite, but not NaN.
 *
 * Source: Prometheus exposition formats, text format 0.0.4; also reads what OpenMetrics has in common with it.
 */
export function parsePrometheus(text: string): Map<string, number[]> {
  const metrics = new Map<string, number[]>();
  let samples = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line.length > maxLineChars) continue;
    const [, name, word] = linePattern.exec(line) ?? [];
    if (name === undefined || word === undefined || name.endsWith("_bucket")) continue;
    const value = numberOf(word);
    if (value === null) continue;
    samples += 1;
    if (samples > maxSamples) break;
    const values = metrics.get(name);
    if (values === undefined) metrics.set(name, [value]);
    else values.push(value);
  }
  return metrics;
}

function numberOf(word: string): number | null {
  if (/^[+]?inf$/i.test(word)) return Number.POSITIVE_INFINITY;
  if (/^-inf$/i.test(word)) return Number.NEGATIVE_INFINITY;
  const value = /^[+-]?(?:\d|\.\d)/.test(word) ? Number(word) : Number.NaN;
  return Number.isNaN(value) ? null : value;
}
