export type MetricSample = { labels?: Readonly<Record<string, string>>; value: number };

export type Metric = {
  /** In base units: seconds, bytes, US dollars; a counter ends in `_total`. */
  name: string;
  help: string;
  /** A counter only grows; a gauge goes up and down. */
  type: "counter" | "gauge";
  samples: readonly MetricSample[];
};

/**
 * Metrics as Prometheus reads them, text format 0.0.4. A metric without samples is left out: a scrape that could not measure something
 * says nothing about it rather than 0.
 */
export function toExposition(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) => {
      const head = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
      return (
        head + samples.map((sample) => `${name}${labelsOf(sample)} ${numberOf(sample.value)}\n`).join("")
      );
    })
    .join("");
}

function labelsOf({ labels = {} }: MetricSample): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeHelp(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function escapeLabel(text: string): string {
  return escapeHelp(text.toWellFormed()).replaceAll('"', '\\"');
}

function numberOf(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}
