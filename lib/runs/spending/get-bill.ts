import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noSuchRun } from "../no-such-run.ts";
import { estimateCost } from "../starting/estimate/estimate-cost.ts";
import { loadOutlookBefore } from "../starting/estimate/load-outlooks.ts";

const getBillInput = z.object({ runId: idSchema });
export type GetBillInput = z.input<typeof getBillInput>;

export type RunBill = {
  paidMicroUsd: number;
  savedMicroUsd: number;
  costUnknown: number;
  /** Of graders, apart from what the answers cost. */
  judging: { calls: number; paidMicroUsd: number; costUnknown: number };
  priceSource: string | null;
  /** What was to be expected from what was known before the run. */
  estimate: { low: number; high: number | null; restsOn: string } | null;
};

/** The exact bill of a run, summed over its shards, beside the estimate that could be made before it. */
export async function getBill(ctx: Context, input: GetBillInput): Promise<RunBill> {
  const { runId } = parseInput(getBillInput, input);
  const where = { runId, workspaceId: ctx.workspaceId };
  const [run, sums] = await Promise.all([
    db().run.findFirst({
      where: { id: runId, workspaceId: ctx.workspaceId },
      select: {
        planned: true,
        repetitions: true,
        useCache: true,
        datasetId: true,
        modelVersionId: true,
        createdAt: true,
        inputPrice: true,
        outputPrice: true,
        cachedInputPrice: true,
        priceSource: true,
      },
    }),
    db().runShard.aggregate({
      where,
      _sum: {
        costMicroUsd: true,
        savedMicroUsd: true,
        costUnknown: true,
        judgeCalls: true,
        judgeCostMicroUsd: true,
        judgeCostUnknown: true,
      },
    }),
  ]);
  if (run === null) throw noSuchRun();
  return {
    paidMicroUsd: Number(sums._sum.costMicroUsd ?? 0n),
    savedMicroUsd: Number(sums._sum.savedMicroUsd ?? 0n),
    costUnknown: sums._sum.costUnknown ?? 0,
    judging: {
      calls: sums._sum.judgeCalls ?? 0,
      paidMicroUsd: Number(sums._sum.judgeCostMicroUsd ?? 0n),
      costUnknown: sums._sum.judgeCostUnknown ?? 0,
    },
    priceSource: run.priceSource,
    estimate: await estimateBefore(ctx, run),
  };
}

type Pins = {
  planned: number;
  repetitions: number;
  useCache: boolean;
  datasetId: string;
  modelVersionId: string;
  createdAt: Date;
  inputPrice: number | null;
  outputPrice: number | null;
  cachedInputPrice: number | null;
  priceSource: string | null;
};

async function estimateBefore(ctx: Context, run: Pins): Promise<RunBill["estimate"]> {
  const { datasetId, createdAt, repetitions, useCache } = run;
  const { inputPrice, outputPrice, cachedInputPrice, priceSource } = run;
  // Runs from before prices were pinned were not estimated either, and where nothing is to pay there is nothing to compare.
  if (inputPrice === null || outputPrice === null || inputPrice + outputPrice === 0) return null;
  const price = { inputPrice, outputPrice, cachedInputPrice, source: priceSource };
  const outlook = await loadOutlookBefore(ctx, {
    versionId: run.modelVersionId,
    datasetId,
    createdAt,
    price,
  });
  if (outlook === null) return null;
  const cases = run.planned / repetitions;
  const { costMicroUsd, restsOn } = estimateCost(outlook, { cases, repetitions, useCache });
  return costMicroUsd === null ? null : { ...costMicroUsd, restsOn };
}
