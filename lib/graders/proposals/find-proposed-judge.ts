import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { pricedVersionSelect, resolvePrices } from "#lib/models/prices/resolve-price.ts";
import type { ProposedJudge } from "./proposal.ts";

const LOOKED_AT = 20;

/** The newest model that is called over a connection, with a known price where there is one; null when there is none. */
export async function findProposedJudge(ctx: Context): Promise<ProposedJudge | null> {
  const models = await db().model.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      archivedAt: null,
      versions: { some: { provider: "connection" } },
    },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
    select: {
      name: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...pricedVersionSelect,
          connection: { select: { baseUrl: true, archivedAt: true } },
        },
      },
    },
  });
  const callable = models.flatMap(({ name, versions: [version] }) =>
    version?.connection?.archivedAt === null ? [{ name, version }] : [],
  );
  const prices = await resolvePrices(
    ctx,
    callable.map(({ version }) => version),
    ctx.now,
  );
  const judges = callable.flatMap(({ name, version }, index) => {
    const price = prices[index];
    return price === undefined ? [] : [{ modelVersionId: version.id, name, prices: price }];
  });
  return judges.find(({ prices: { outputPrice } }) => outputPrice !== null) ?? judges[0] ?? null;
}
