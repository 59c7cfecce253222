/** Throws RangeError unless `minimum <= value <= maximum`; NaN is refused. */
export function requireWithin(value: number, name: string, minimum: number, maximum: number): void {
  if (!(value >= minimum && value <= maximum)) {
    throw new RangeError(`${name} is ${value}; it must lie between ${minimum} and ${maximum}.`);
  }
}
