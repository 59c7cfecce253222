/**
 * Every place where `actual` is not `expected`, within `tolerance` for numbers. Fields that only `actual` has are not
 * looked at. Empty when they agree.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: number,
  path = "result",
): string[] {
  if (typeof expected === "number") {
    const close = typeof actual === "number" && Math.abs(actual - expected) <= tolerance;
    return close ? [] : [`${path} is ${String(actual)}, expected ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) {
      return [`${path} has another length than ${expected.length}`];
    }
    return expected.flatMap((entry, index) =>
      differences(actual[index], entry, tolerance, `${path}[${index}]`),
    );
  }
  if (typeof expected === "object" && expected !== null) {
    const fields = new Map(Object.entries(actual ?? {}));
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(fields.get(key), value, tolerance, `${path}.${key}`),
    );
  }
  return actual === expected ? [] : [`${path} is ${String(actual)}, expected ${String(expected)}`];
}
