/** Throws RangeError naming the first entry that is not a finite number. */
export function requireFinite(values: ArrayLike<number>, name: string): void {
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index])) {
      throw new RangeError(`${name}[${index}] is ${values[index]}; every entry must be a finite number.`);
    }
  }
}
