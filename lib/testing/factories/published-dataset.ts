import type { Context } from "#lib/context/context.ts";
import { createDataset } from "#lib/datasets/create-dataset.ts";
import { importCases } from "#lib/datasets/import-cases.ts";
import { publishVersion } from "#lib/datasets/publish-version.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { newId } from "#lib/ids/new-id.ts";

export type TestCase = { key: string; input: unknown; expected?: unknown; split?: string; tags?: string[] };

/** A dataset with one published version that holds these cases. */
export async function publishedDataset(ctx: Context, cases: readonly TestCase[]) {
  const dataset = await createDataset(ctx, { name: `Dataset ${newId()}`, description: "" });
  await importCases(ctx, {
    datasetId: dataset.id,
    onRejected: "stop",
    mapping: {
      columns: (["key", "input", "expected", "split", "tags"] as const).map((role) => ({
        column: role,
        role,
        type: "as-is",
      })),
    },
    rows: rowsOf(cases),
  });
  const version = await publishVersion(ctx, { datasetId: dataset.id, note: "For a test" });
  return { datasetId: dataset.id, versionId: version.id };
}

/** Cases c-0001, c-0002, ... that expect their own text back. */
export function echoCases(count: number): TestCase[] {
  return Array.from({ length: count }, (_, i) => {
    const key = `c-${String(i + 1).padStart(4, "0")}`;
    return { key, input: { text: `text of ${key}` }, expected: `text of ${key}` };
  });
}

async function* rowsOf(cases: readonly TestCase[]): AsyncGenerator<RowEvent> {
  for (const [index, values] of cases.entries())
    yield { type: "row", row: { line: index + 2, values: { ...values } } };
}
