import type { Context } from "#lib/context/context.ts";
import type { ComparedCaseParams } from "./cases/compared-case-params.ts";
import { type ComparedCasePage, listComparedCases } from "./cases/list-compared-cases.ts";
import type { ComparedRun } from "./compared-run.ts";
import type { Comparison } from "./comparison.ts";
import {
  type ConfigurationDifference,
  getConfigurationDifference,
} from "./configuration/get-configuration-difference.ts";
import { getComparison } from "./get-comparison.ts";
import { loadCompared } from "./load-compared.ts";

type Asked = { params: ComparedCaseParams; margin: number; runs: ComparedRun[]; limit: number };

export type ComparisonPage = {
  comparison: Comparison;
  page: ComparedCasePage;
  /** Null where no other run is of the baseline's dataset. */
  configuration: ConfigurationDifference | null;
};

/** What the page of a comparison shows, with its columns loaded once; `runs` are those of `params`, `limit` the rows of its table. */
export async function loadComparisonPage(
  ctx: Context,
  { params, margin, runs, limit }: Asked,
): Promise<ComparisonPage> {
  const { runIds, againstId, graderVersionId } = params;
  const loaded = await loadCompared(ctx, params, runs);
  const { baseline, candidate } = loaded;
  // The figures last: they keep this process busy while the database reads for the others.
  const [page, configuration, comparison] = await Promise.all([
    listComparedCases(ctx, { ...params, limit }, loaded),
    candidate &&
      getConfigurationDifference(ctx, { baselineId: baseline.run.id, candidateId: candidate.run.id }),
    getComparison(ctx, { runIds, againstId, graderVersionId, margin }, loaded),
  ]);
  return { page, configuration, comparison };
}
