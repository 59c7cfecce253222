import { actorId, type Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { Split } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { Startable, StartableModel } from "../load-startable.ts";
import { insertShards } from "../shards/insert-shards.ts";
import { sendShardJobs } from "../shards/send-shard-jobs.ts";
import type { RunOptions } from "./options/default-run-options.ts";

export type NewRun = {
  experimentId: string;
  number: number;
  startable: Startable;
  model: StartableModel;
  datasetVersionId: string;
  graderVersionIds: readonly string[];
  verdictRule: VerdictRule;
  /** Empty means all. */
  splits: readonly Split[];
  options: RunOptions;
};

/** One run with its pins and the prices of this moment, cut into shards with a job for each. */
export async function writeRun(tx: Transaction, ctx: Context, run: NewRun): Promise<string> {
  const { startable, model, splits, options } = run;
  const { source: priceSource, ...prices } = model.price;
  const runId = newId();
  await tx.run.create({
    data: {
      id: runId,
      workspaceId: ctx.workspaceId,
      experimentId: run.experimentId,
      number: run.number,
      datasetId: startable.datasetId,
      datasetVersionId: run.datasetVersionId,
      modelVersionId: model.versionId,
      splits: [...splits],
      verdictRule: run.verdictRule,
      concurrency: model.concurrency,
      ...options,
      ...prices,
      priceSource,
      judgePrices: startable.judgePrices,
      createdBy: actorId(ctx),
      graders: {
        create: run.graderVersionIds.map((graderVersionId, position) => ({
          workspaceId: ctx.workspaceId,
          graderVersionId,
          position,
        })),
      },
    },
  });
  const { repetitions, priority } = options;
  const shards = await insertShards(tx, ctx, { runId, ...startable, splits, repetitions });
  const planned = shards.reduce((sum, shard) => sum + shard.planned, 0);
  if (planned === 0) {
    throw new AppError(
      "invalid",
      `Version ${startable.versionNumber} of ${startable.datasetName} has no cases in the chosen splits.`,
    );
  }
  await tx.run.update({ where: { id: runId }, data: { planned } });
  const indexes = shards.map(({ index }) => index);
  await sendShardJobs(tx, ctx, { id: runId, priority }, indexes);
  return runId;
}
