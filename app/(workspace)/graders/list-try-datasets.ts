import type { TryDataset } from "#components/graders/try/try-box.tsx";
import type { Context } from "#lib/context/context.ts";
import { listDatasets } from "#lib/datasets/list-datasets.ts";

/** The newest datasets, to take cases from in the try-it box. */
export async function listTryDatasets(ctx: Context): Promise<TryDataset[]> {
  const { items } = await listDatasets(ctx, { limit: 100 });
  return items.map(({ id, name }) => ({ id, name }));
}
