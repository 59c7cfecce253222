/** Throws RangeError unless `value` is a whole number of at least `minimum` that a double holds exactly. */
export function requireCount(value: number, name: string, minimum = 0): void {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new RangeError(`${name} is ${value}; it must be a whole number of at least ${minimum}.`);
  }
}
