/** How answers outside the set of expected labels are shown together. */
export const otherLabel = "(other)";

/** Reads an answer as one of the labels: as it is, without surrounding space, or in another case; else `(other)`. */
export function createLabelReader(labels: ReadonlySet<string>): (output: string) => string {
  const byLowerCase = new Map([...labels].map((label) => [label.toLowerCase(), label]));
  return (output) => {
    const trimmed = output.trim();
    return labels.has(trimmed) ? trimmed : (byLowerCase.get(trimmed.toLowerCase()) ?? otherLabel);
  };
}
