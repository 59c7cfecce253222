/** Throws RangeError unless `0 < value < 1`, as a confidence level, alpha or power must; NaN is refused. */
export function requireOpenUnit(value: number, name: string): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${name} is ${value}; it must lie strictly between 0 and 1.`);
  }
}
