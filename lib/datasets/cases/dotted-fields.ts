const maxDepth = 6;
const maxFields = 300;

/** The paths of the fields that these values have, in the order in which they first occur. Fields of list elements are not named. */
export function dottedFields(values: readonly unknown[]): string[] {
  const fields = new Set<string>();
  const visit = (value: unknown, path: string, depth: number) => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || depth >= maxDepth) return;
    for (const [name, inner] of Object.entries(value)) {
      if (fields.size >= maxFields) return;
      // A template splits a path at its dots, so it could not name this field.
      if (name === "" || name.includes(".")) continue;
      const inside = path === "" ? name : `${path}.${name}`;
      fields.add(inside);
      visit(inner, inside, depth + 1);
    }
  };
  for (const value of values) visit(value, "", 0);
  return [...fields];
}
