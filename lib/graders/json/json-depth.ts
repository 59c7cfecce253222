export const maxJsonDepth = 200;

/** True when a parsed JSON value is nested more than `maxJsonDepth` levels: walking it by recursion without a limit could overflow the stack. */
export function isTooDeep(value: unknown): boolean {
  return isDeeper(value, maxJsonDepth);
}

/** Goes down at most `levels`. With `for in`, because making a list of values for each object took longer than checking a schema. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels < 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeper(item, levels - 1));
  for (const key in value) {
    if (isDeeper(Reflect.get(value, key), levels - 1)) return true;
  }
  return false;
}
