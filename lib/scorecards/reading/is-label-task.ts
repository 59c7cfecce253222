export const maxLabels = 200;
export const maxLabelLength = 60;
const meanSupport = 2;

/** Whether these expected values are labels: few, short, on one line, and each asked for more than once on average. */
export function isLabelTask(labels: ReadonlySet<string>, cases: number): boolean {
  if (labels.size < 2 || labels.size > maxLabels || cases < labels.size * meanSupport) return false;
  return [...labels].every(
    (label) => label !== "" && label.length <= maxLabelLength && !label.includes("\n"),
  );
}
