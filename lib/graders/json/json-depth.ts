export const maxJsonDepth = 200;

/** True when a parsed JSON value is nested more than `maxJsonDepth` levels: walking it by recursion could overflow the stack. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxJsonDepth) return true;
    level = level.flatMap(children);
  }
  return false;
}

function children(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).filter(isContainer) : [];
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
