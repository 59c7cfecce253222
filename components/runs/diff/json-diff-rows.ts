import { create } from "jsondiffpatch";

export type JsonDiffKind = "same" | "added" | "removed" | "changed" | "moved" | "inside";

export type JsonDiffRow = {
  /** Unique among the rows. */
  path: string;
  depth: number;
  /** Field name, or position in a list counted from 0; empty for the whole value. */
  name: string;
  kind: JsonDiffKind;
  /** As JSON; of what is the same, a short form. */
  before: string | null;
  after: string | null;
};

export type JsonDiff = { rows: JsonDiffRow[]; equal: boolean; truncated: boolean };

const maxRows = 2_000;
const maxDepth = 60;
const maxValueChars = 4_000;
/** Matching two lists takes time with the product of their lengths. */
const maxListItems = 500;
const maxValues = 20_000;

const differ = create({
  objectHash: (item, index) => identityOf(item) ?? `at ${index}`,
  arrays: { detectMove: true },
  cloneDiffValues: false,
});

/** The structural differences between two JSON values, field by field, in the order of the second value; null for very large ones. */
export function jsonDiffRows(before: unknown, after: unknown): JsonDiff | null {
  const left = boundedCopy(before);
  const right = boundedCopy(after);
  if (left === tooLarge || right === tooLarge) return null;
  const delta = differ.diff(left, right);
  const rows: JsonDiffRow[] = [];
  walk({ name: "", path: "", depth: 0 }, delta, right, rows);
  return { rows: rows.slice(0, maxRows), equal: delta === undefined, truncated: rows.length > maxRows };
}

type Place = { name: string; path: string; depth: number };
type Child = { name: string; delta: unknown; right: unknown; movedFrom?: number };

function walk(place: Place, delta: unknown, right: unknown, rows: JsonDiffRow[]): void {
  if (rows.length > maxRows) return;
  const row = (kind: JsonDiffKind, before: string | null, after: string | null) =>
    rows.push({ ...place, kind, before, after });
  if (typeof delta !== "object" || delta === null) return void row("same", null, brief(right));
  if (Array.isArray(delta)) {
    if (delta.length === 1) return void row("added", null, whole(delta[0]));
    if (delta.length === 2) return void row("changed", whole(delta[0]), whole(delta[1]));
    return void row("removed", whole(delta[0]), null);
  }
  if (place.depth > 0) row("inside", null, null);
  for (const child of isListDelta(delta) ? listChildren(delta, right) : objectChildren(delta, right)) {
    const at = { name: child.name, path: `${place.path}/${rows.length}`, depth: place.depth + 1 };
    if (child.movedFrom !== undefined) {
      rows.push({ ...at, kind: "moved", before: String(child.movedFrom), after: brief(child.right) });
      if (child.delta === undefined) continue;
    }
    walk({ ...at, path: `${at.path}.` }, child.delta, child.right, rows);
  }
}

function objectChildren(delta: object, right: unknown): Child[] {
  const fields = isRecord(right) ? right : {};
  const changes = new Map<string, unknown>(Object.entries(delta));
  const names = new Set([...Object.keys(fields), ...changes.keys()]);
  return [...names].map((name) => ({ name, delta: changes.get(name), right: fields[name] }));
}

/** In a delta of lists, `_3` speaks of position 3 before (removed, or moved to another place) and `3` of position 3 now. */
function listChildren(delta: object, right: unknown): Child[] {
  const changes = new Map<string, unknown>(Object.entries(delta));
  const children: Child[] = [];
  const movedFrom = new Map<number, number>();
  for (const [name, change] of changes) {
    if (!/^_\d+$/.test(name) || !Array.isArray(change)) continue;
    const from = Number(name.slice(1));
    if (change[2] === 3) movedFrom.set(Number(change[1]), from);
    else children.push({ name: String(from), delta: change, right: undefined });
  }
  for (const [index, item] of (Array.isArray(right) ? right : []).entries()) {
    const from = movedFrom.get(index);
    const child = { name: String(index), delta: changes.get(String(index)), right: item };
    children.push(from === undefined ? child : { ...child, movedFrom: from });
  }
  // The sort is stable: what was removed stands before what is now in its place.
  return children.sort((a, b) => Number(a.name) - Number(b.name));
}

function isListDelta(delta: object): boolean {
  return "_t" in delta && delta._t === "a";
}

/** Items of a list are the same item when they carry the same id, whatever else changed in them; without ids, place counts. */
function identityOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  for (const name of ["id", "key", "name"]) {
    const value: unknown = Object.getOwnPropertyDescriptor(item, name)?.value;
    if (typeof value === "string" || typeof value === "number") return `${name}:${value}`;
  }
  return null;
}

const tooLarge = Symbol("too large to compare");

/**
 * A copy that is safe to compare: what lies deeper than 60 levels is cut off, and a field called `__proto__` gets another name,
 * because on a plain object that name sets the prototype.
 */
function boundedCopy(value: unknown): unknown {
  let values = 0;
  let fits = true;
  const copy = (inner: unknown, depth: number): unknown => {
    values += 1;
    if (values > maxValues) fits = false;
    if (!fits || typeof inner !== "object" || inner === null) return inner;
    if (depth >= maxDepth) return "…";
    if (Array.isArray(inner)) {
      if (inner.length > maxListItems) fits = false;
      return fits ? inner.map((item) => copy(item, depth + 1)) : null;
    }
    const entries = Object.entries(inner);
    const fields = entries.map(([name, field]) => [
      name === "__proto__" ? '"__proto__"' : name,
      copy(field, depth + 1),
    ]);
    // Without a prototype: a field named "toString" that one side lacks is not the function that every object inherits.
    return Object.assign(Object.create(null), Object.fromEntries(fields));
  };
  const copied = copy(value, 0);
  return fits ? copied : tooLarge;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function whole(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? "null";
  return text.length > maxValueChars ? `${text.slice(0, maxValueChars)}…` : text;
}

function brief(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.length} unchanged]`;
  if (isRecord(value)) {
    const count = Object.keys(value).length;
    return count === 0 ? "{}" : `{${count} unchanged}`;
  }
  return whole(value);
}
