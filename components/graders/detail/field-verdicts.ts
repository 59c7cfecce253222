export type FieldVerdictRow = { path: string; matched: boolean; note: string };

/** The verdicts on fields that a grade's detail lists, or null when it is another kind of detail. */
export function fieldVerdicts(detail: unknown): FieldVerdictRow[] | null {
  if (typeof detail !== "object" || detail === null || !("fields" in detail)) return null;
  const fields: unknown = detail.fields;
  return Array.isArray(fields) && fields.every(isRow) ? fields : null;
}

function isRow(value: unknown): value is FieldVerdictRow {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    "matched" in value &&
    typeof value.matched === "boolean" &&
    "note" in value &&
    typeof value.note === "string"
  );
}
