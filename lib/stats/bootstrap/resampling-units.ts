/** What is drawn as a whole: one case, or all cases of a cluster. */
export type ResamplingUnit = { sum: number; size: number };

/** @throws RangeError when the two lists differ in length. */
export function resamplingUnits(values: readonly number[], clusters?: readonly string[]): ResamplingUnit[] {
  if (!clusters) return values.map((value) => ({ sum: value, size: 1 }));
  if (values.length !== clusters.length) {
    throw new RangeError(`There are ${values.length} values but ${clusters.length} cluster names.`);
  }
  const units = new Map<string, ResamplingUnit>();
  clusters.forEach((name, index) => {
    const unit = units.get(name) ?? { sum: 0, size: 0 };
    units.set(name, { sum: unit.sum + (values[index] ?? 0), size: unit.size + 1 });
  });
  return [...units.values()];
}
