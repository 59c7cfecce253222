import type { Context } from "#lib/context/context.ts";
import { listDatasetChoices } from "#lib/models/list-dataset-choices.ts";
import { listModels } from "#lib/models/list-models.ts";

const maxModels = 200;

/** What the form of a schedule offers. */
export async function scheduleFormChoices(ctx: Context) {
  const [datasets, models] = await Promise.all([
    listDatasetChoices(ctx),
    listModels(ctx, { limit: maxModels }),
  ]);
  return {
    datasets: datasets.map(({ id, name }) => ({ id, name })),
    models: models.items
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    // The list itself leaves out UTC.
    timeZones: [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])],
  };
}
