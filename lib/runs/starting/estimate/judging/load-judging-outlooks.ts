import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { callsPerAnswer } from "#lib/graders/registry.ts";
import type { PinnedPrices } from "#lib/graders/services/prices/call-prices.ts";
import { resolveCallPrices } from "#lib/graders/services/prices/resolve-call-prices.ts";
import { unknownPrice } from "#lib/models/prices/choose-price.ts";
import { modelParametersSchema } from "#lib/providers/model-parameters.ts";
import { findJudgingHistory } from "./judging-history.ts";
import type { JudgePrompts, JudgingOutlook } from "./judging-outlook.ts";
import { type JudgedCase, listJudgedCases, type MeasuredPrompts, measurePrompts } from "./measure-prompts.ts";

type Of = { graderVersionIds: readonly string[]; datasetId: string };

/** What is known of the graders among these that ask somebody, before they judge answers to a dataset. */
export async function loadJudgingOutlooks(
  ctx: Context,
  { graderVersionIds, datasetId }: Of,
): Promise<JudgingOutlook[]> {
  const rows = await db().graderVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...graderVersionIds] } },
    select: { id: true, kind: true, config: true, grader: { select: { name: true } } },
  });
  const asking = rows.flatMap((row) => {
    const calls = callsPerAnswer(row);
    return calls === 0 ? [] : [{ ...row, callsPerAnswer: calls }];
  });
  if (asking.length === 0) return [];
  const ids = asking.map(({ id }) => id);
  const [history, cases] = await Promise.all([
    findJudgingHistory(ctx, { graderVersionIds: ids, datasetId }),
    listJudgedCases(ctx, datasetId),
  ]);
  return await Promise.all(
    asking.map(async (grader): Promise<JudgingOutlook> => {
      const isCached = grader.kind === "embedding-similarity";
      const priced = withoutOutput(await resolveCallPrices(ctx, [grader], ctx.now), isCached);
      const past = history.get(grader.id);
      return {
        graderVersionId: grader.id,
        name: grader.grader.name,
        callsPerAnswer: grader.callsPerAnswer,
        prices: Object.values(priced),
        isCached,
        basis: past ?? (await countedBasis(ctx, grader, cases, priced)),
      };
    }),
  );
}

/** An embedding has no output that could cost anything. */
function withoutOutput(prices: PinnedPrices, isEmbedding: boolean): PinnedPrices {
  if (!isEmbedding) return prices;
  return Object.fromEntries(
    Object.entries(prices).map(([key, price]) => [key, { ...price, outputPrice: price.outputPrice ?? 0 }]),
  );
}

async function countedBasis(
  ctx: Context,
  grader: { kind: string; config: unknown; callsPerAnswer: number },
  cases: readonly JudgedCase[],
  priced: PinnedPrices,
): Promise<JudgingOutlook["basis"]> {
  const measured = await measurePrompts(grader, cases);
  if (measured.size === 0) return { kind: "nothing" };
  const limits = await maxTokensOf(ctx, measured);
  const judges = [...measured].map(
    ([key, { calls, ...prompts }]): JudgePrompts => ({
      ...prompts,
      calls,
      price: priced[key] ?? unknownPrice,
      maxTokens: maxTokensFor(limits.get(key), calls),
    }),
  );
  return { kind: "prompts", cases: cases.length, judges };
}

/** Of each judge; an embedding model is not among them. */
async function maxTokensOf(ctx: Context, measured: MeasuredPrompts): Promise<Map<string, number | null>> {
  const ids = [...measured.keys()].filter((key) => !key.includes("/"));
  const rows = await db().modelVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: ids } },
    select: { id: true, parameters: true },
  });
  return new Map(
    rows.map(({ id, parameters }) => [id, modelParametersSchema.parse(parameters).maxTokens ?? null]),
  );
}

/** An embedding has no answer of its own that would be paid. */
function maxTokensFor(ofEachCall: number | null | undefined, calls: number): number | null {
  if (ofEachCall === undefined) return 0;
  return ofEachCall === null ? null : ofEachCall * calls;
}
