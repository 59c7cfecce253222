import { z } from "zod";
import { detectColumnType } from "#lib/formats/detect-value.ts";
import { parseSplit } from "./split.ts";
import { splitSchema } from "./split-schema.ts";

export const columnRoles = [
  "input",
  "expected",
  "key",
  "tags",
  "split",
  "metadata",
  "cluster",
  "ignore",
] as const;
export const columnRoleSchema = z.enum(columnRoles);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

/** "as-is" takes the value as the file has it: what a JSON Lines file says is a number stays one. */
export const valueTypes = ["as-is", "text", "json", "number", "boolean"] as const;
export const valueTypeSchema = z.enum(valueTypes);
export type ValueType = z.infer<typeof valueTypeSchema>;

const mappedColumnSchema = z.object({
  column: z.string().max(1000),
  role: columnRoleSchema,
  type: valueTypeSchema,
});
export type MappedColumn = z.infer<typeof mappedColumnSchema>;

const onceOnly = ["key", "split", "cluster"] as const;

export const columnMappingSchema = z
  .object({
    columns: z.array(mappedColumnSchema).max(4096),
    /** For rows without a split of their own. */
    defaultSplit: splitSchema.default("held_out"),
  })
  .superRefine(({ columns }, refinement) => {
    const fail = (message: string) => refinement.addIssue({ code: "custom", path: ["columns"], message });
    if (!columns.some((column) => column.role === "input")) {
      fail("No column is the input. Choose the column that is sent to the model.");
    }
    for (const role of onceOnly) {
      const chosen = columns.filter((column) => column.role === role);
      if (chosen.length > 1) {
        fail(
          `Only one column can be the ${role}: choose between "${chosen[0]?.column}" and "${chosen[1]?.column}".`,
        );
      }
    }
    if (new Set(columns.map(({ column }) => column)).size < columns.length) fail("A column is mapped twice.");
  });

export type ColumnMappingInput = z.input<typeof columnMappingSchema>;
export type ColumnMapping = z.output<typeof columnMappingSchema>;

const usualNames: Record<Exclude<ColumnRole, "metadata" | "ignore">, readonly string[]> = {
  key: ["key", "id", "case_id", "caseid", "example_id", "sample_id", "uid", "uuid"],
  input: [
    "input",
    "inputs",
    "text",
    "question",
    "prompt",
    "query",
    "message",
    "body",
    "title",
    "subject",
    "utterance",
    "sentence",
    "document",
    "article",
    "passage",
    "context",
    "content",
    "instruction",
    "problem",
  ],
  expected: [
    "expected",
    "expected_output",
    "expected_answer",
    "ideal",
    "target",
    "reference",
    "reference_answer",
    "ground_truth",
    "gold",
    "answer",
    "output",
    "completion",
    "category",
    "label",
    "class",
    "intent",
    "solution",
    "summary",
  ],
  tags: ["tags", "tag", "topics"],
  split: ["split", "subset", "partition"],
  cluster: [
    "cluster",
    "cluster_id",
    "conversation_id",
    "document_id",
    "doc_id",
    "thread_id",
    "session_id",
    "group_id",
  ],
};

/**
 * What the columns of a file probably are, by their usual names and the first rows. Where no name is usual, the column with
 * the longest texts is the input. The rest is metadata: nothing of the file is dropped unasked.
 */
export function proposeMapping(
  columns: readonly string[],
  samples: readonly Readonly<Record<string, unknown>>[],
): ColumnMapping {
  const valuesOf = (column: string) => samples.map((sample) => sample[column]);
  const roles = new Map<string, ColumnRole>();
  const named = (role: keyof typeof usualNames) => {
    const free = columns.filter((column) => !roles.has(column));
    return usualNames[role].flatMap((name) => free.filter((column) => plainName(column) === name));
  };
  const take = (role: ColumnRole, column: string | undefined) =>
    column !== undefined && roles.set(column, role);

  take(
    "key",
    named("key").find((column) => areKeys(valuesOf(column))),
  );
  take(
    "split",
    named("split").find((column) => areSplits(valuesOf(column))),
  );
  take("tags", named("tags")[0]);
  take("cluster", named("cluster")[0]);
  const inputs = named("input");
  const only = inputs.find((column) => /^inputs?$/.test(plainName(column)));
  for (const column of only === undefined ? inputs : [only]) take("input", column);
  take("expected", named("expected")[0]);
  if (![...roles.values()].includes("input")) take("input", longest(columns, roles, valuesOf));

  return {
    columns: columns.map((column) => {
      const role = roles.get(column) ?? "metadata";
      return { column, role, type: proposeType(role, valuesOf(column)) };
    }),
    defaultSplit: "held_out",
  };
}

function proposeType(role: ColumnRole, values: readonly unknown[]): ValueType {
  if (values.some((value) => value !== null && value !== undefined && typeof value !== "string"))
    return "as-is";
  if (role === "key" || role === "split" || role === "tags" || role === "cluster" || role === "ignore")
    return "text";
  const type = detectColumnType(values);
  if (type === "json") return "json";
  // What a model reads and answers is text: "007" and "1.50" must not change their look by being read as numbers.
  return role === "metadata" && type !== "empty" ? type : "text";
}

function plainName(column: string): string {
  return column
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s.-]+/g, "_");
}

function areKeys(values: readonly unknown[]): boolean {
  const texts = values.map((value) => (value === null || value === undefined ? "" : String(value).trim()));
  return texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

function areSplits(values: readonly unknown[]): boolean {
  const filled = values.filter((value) => value !== null && value !== undefined && value !== "");
  return (
    filled.length > 0 && filled.every((value) => typeof value === "string" && parseSplit(value) !== null)
  );
}

function longest(
  columns: readonly string[],
  roles: ReadonlyMap<string, ColumnRole>,
  valuesOf: (column: string) => unknown[],
): string | undefined {
  const free = columns.filter((column) => !roles.has(column));
  const chars = (column: string) =>
    valuesOf(column).reduce<number>(
      (sum, value) =>
        sum + (typeof value === "string" ? value.length : value ? JSON.stringify(value).length : 0),
      0,
    );
  return (free.length > 0 ? free : columns).toSorted((a, b) => chars(b) - chars(a))[0];
}
