import { coerceValue, detectValue } from "#lib/formats/detect-value.ts";
import type { SourceRow } from "#lib/formats/tabular-row.ts";
import { type CaseContent, caseContentSchema, caseKeySchema } from "../cases/case-content.ts";
import type { ColumnMapping, MappedColumn } from "../column-mapping.ts";
import { parseSplit, type Split, splitWords } from "../split.ts";

export type MappedRow =
  | { ok: true; key: string | null; content: CaseContent }
  | { ok: false; reason: string };

class RowProblem extends Error {}

/** The case that a row of a file stands for, or a sentence that says why it stands for none. The key is null where none is mapped. */
export function mapRow(row: SourceRow, mapping: ColumnMapping): MappedRow {
  try {
    const cells = new Cells(row.values, mapping.columns);
    const key = cells.key();
    const parsed = caseContentSchema.safeParse({
      input: cells.oneOrMany("input"),
      expected: cells.oneOrMany("expected"),
      tags: cells.tags(),
      split: cells.split() ?? mapping.defaultSplit,
      metadata: cells.metadata(),
      cluster: cells.text("cluster"),
    });
    if (parsed.success) return { ok: true, key, content: parsed.data };
    return { ok: false, reason: parsed.error.issues[0]?.message ?? "The row cannot be read." };
  } catch (error) {
    if (error instanceof RowProblem) return { ok: false, reason: error.message };
    throw error;
  }
}

class Cells {
  private readonly values: Readonly<Record<string, unknown>>;
  private readonly columns: readonly MappedColumn[];

  constructor(values: Readonly<Record<string, unknown>>, columns: readonly MappedColumn[]) {
    this.values = values;
    this.columns = columns;
  }

  /** One column gives its value, several an object with a field for each. All empty is nothing. */
  oneOrMany(role: "input" | "expected"): unknown {
    const columns = this.of(role);
    const [first] = columns;
    if (first === undefined) return null;
    if (columns.length === 1) return this.value(first);
    const entries = columns.map((column) => [column.column, this.value(column)] as const);
    const isNothing = entries.every(([, value]) => value === null || value === "");
    return isNothing ? null : Object.fromEntries(entries);
  }

  /** A single column that holds an object is the metadata itself; any other column is a field of it. */
  metadata(): Record<string, unknown> {
    const columns = this.of("metadata");
    const entries = columns.map((column) => [column.column, this.value(column)] as const);
    const [only] = entries;
    if (entries.length === 1 && isPlainObject(only?.[1])) return only[1];
    return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== ""));
  }

  tags(): string[] {
    return this.of("tags")
      .flatMap(({ column }) => {
        const raw = this.raw(column);
        const value = typeof raw === "string" ? detectValue(raw) : raw;
        if (value === null || value === undefined) return [];
        const parts = Array.isArray(value) ? value : String(value).split(/[,;]/);
        return parts.map((part) => {
          if (typeof part === "object" && part !== null) {
            throw new RowProblem(
              `The tags in "${column}" are not texts. Write them as ["one", "two"] or one, two.`,
            );
          }
          return String(part ?? "").trim();
        });
      })
      .filter((tag) => tag !== "");
  }

  split(): Split | null {
    const text = this.text("split");
    if (text === null) return null;
    const split = parseSplit(text);
    if (split !== null) return split;
    throw new RowProblem(`The split "${text.slice(0, 40)}" is not known. Write ${splitWords}.`);
  }

  key(): string | null {
    const [column] = this.of("key");
    if (column === undefined) return null;
    const parsed = caseKeySchema.safeParse(this.text("key") ?? "");
    if (parsed.success) return parsed.data;
    throw new RowProblem(
      `The key in "${column.column}" cannot be used. ${parsed.error.issues[0]?.message ?? ""}`.trim(),
    );
  }

  text(role: "key" | "split" | "cluster"): string | null {
    const [column] = this.of(role);
    const value = column === undefined ? null : this.raw(column.column);
    if (value === null || value === undefined) return null;
    if (typeof value === "object") throw new RowProblem(`The ${role} in "${column?.column}" is not a text.`);
    return String(value).trim() || null;
  }

  private of(role: MappedColumn["role"]): MappedColumn[] {
    return this.columns.filter((column) => column.role === role);
  }

  private value({ column, type }: MappedColumn): unknown {
    const raw = this.raw(column);
    if (type === "as-is") return raw ?? null;
    const coerced = coerceValue(raw, type);
    if (coerced.ok) return coerced.value ?? null;
    throw new RowProblem(`Column "${column}": ${coerced.reason}`);
  }

  private raw(column: string): unknown {
    return Object.hasOwn(this.values, column) ? this.values[column] : undefined;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
