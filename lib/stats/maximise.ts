const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The point in [low, high] where a single-peaked function is largest, to about eight significant digits. */
export function maximise(peaked: (x: number) => number, low: number, high: number): number {
  let left = low;
  let right = high;
  let a = right - GOLDEN * (right - left);
  let b = left + GOLDEN * (right - left);
  let valueA = peaked(a);
  let valueB = peaked(b);
  for (let step = 0; step < 60 && right - left > 1e-11; step += 1) {
    if (valueA >= valueB) {
      right = b;
      b = a;
      valueB = valueA;
      a = right - GOLDEN * (right - left);
      valueA = peaked(a);
    } else {
      left = a;
      a = b;
      valueA = valueB;
      b = left + GOLDEN * (right - left);
      valueB = peaked(b);
    }
  }
  return (left + right) / 2;
}
