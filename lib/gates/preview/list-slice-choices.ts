import type { Context } from "#lib/context/context.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";

export type SliceChoice = { dimension: string; value: string; cases: number };

/** More than anybody picks from; a dataset is cut up by its first few tags and fields. */
const mostChoices = 300;

/** The slices of a dataset version that may get a floor; none as long as there is no version. */
export async function listSliceChoices(
  ctx: Context,
  datasetVersionId: string | null,
): Promise<SliceChoice[]> {
  if (datasetVersionId === null) return [];
  const { slices } = await loadVersionCases(ctx, datasetVersionId);
  return slices
    .slice(0, mostChoices)
    .map(({ dimension, value, members }) => ({ dimension, value, cases: members.length }));
}
