export type LeafField = {
  /** For people and rules: the keys joined with dots. */
  path: string;
  keys: readonly string[];
  value: unknown;
};

/** The fields of an object down to its values. A list, an empty object and anything that is not an object is a value. */
export function leafFields(object: object, parentKeys: readonly string[] = []): LeafField[] {
  return Object.entries(object).flatMap(([key, value]): LeafField[] => {
    const keys = [...parentKeys, key];
    const isBranch = isPlainObject(value) && Object.keys(value).length > 0;
    return isBranch ? leafFields(value, keys) : [{ path: keys.join("."), keys, value }];
  });
}

export type FieldLookup = { found: true; value: unknown } | { found: false };

/** The value at a path, by own keys only. */
export function lookUpField(object: unknown, keys: readonly string[]): FieldLookup {
  let current = object;
  for (const key of keys) {
    if (!isPlainObject(current) || !Object.hasOwn(current, key)) return { found: false };
    current = Object.getOwnPropertyDescriptor(current, key)?.value;
  }
  return { found: true, value: current };
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
