export type OutcomeGroup = { expected: string; output: string; count: number };

/** How answers outside the set of expected labels are shown together. */
export const otherLabel = "(other)";

const maxLabels = 200;
const maxLabelLength = 60;
const meanSupport = 2;

/** Whether these expected values are labels: few, short, on one line, and each asked for more than once on average. */
export function isLabelTask(labels: ReadonlySet<string>, cases: number): boolean {
  if (labels.size < 2 || labels.size > maxLabels || cases < labels.size * meanSupport) return false;
  return [...labels].every(
    (label) => label !== "" && label.length <= maxLabelLength && !label.includes("\n"),
  );
}

/** Reads an answer as one of the labels: as it is, without surrounding space, or in another case; else `(other)`. */
export function createLabelReader(labels: ReadonlySet<string>): (output: string) => string {
  const byLowerCase = new Map([...labels].map((label) => [label.toLowerCase(), label]));
  return (output) => {
    const trimmed = output.trim();
    return labels.has(trimmed) ? trimmed : (byLowerCase.get(trimmed.toLowerCase()) ?? otherLabel);
  };
}
