/** Whether two JSON values are equal: order counts in lists and not among the keys of objects. No deeper than `maxJsonDepth`. */
export function jsonEqual(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null)
    return false;
  if (Array.isArray(first) || Array.isArray(second)) {
    return (
      Array.isArray(first) &&
      Array.isArray(second) &&
      first.length === second.length &&
      first.every((item, index) => jsonEqual(item, second[index]))
    );
  }
  const entries = Object.entries(first);
  if (entries.length !== Object.keys(second).length) return false;
  return entries.every(
    ([key, value]) => Object.hasOwn(second, key) && jsonEqual(value, ownValue(second, key)),
  );
}

function ownValue(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}
