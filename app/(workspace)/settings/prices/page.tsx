import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { PricesView } from "#components/settings/prices/prices-view.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listAllPrices } from "#lib/models/prices/list-prices.ts";
import { leftOut, priceListDate } from "#lib/models/prices/price-list.ts";
import { priceRows, searchPriceRows } from "#lib/models/prices/price-rows.ts";
import { utcDay } from "#lib/models/prices/utc-day.ts";

export const metadata: Metadata = { title: "Prices" };

const searchSchema = z.object({ q: z.string().max(300).catch("") });

type PricesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PricesPage({ searchParams }: PricesPageProps) {
  const { ctx } = await pageContext();
  const { q } = searchSchema.parse(await searchParams);
  const today = utcDay(ctx.now);
  const rows = priceRows(await listAllPrices(ctx), today);
  const matching = searchPriceRows(rows, q);
  return (
    <PricesView
      own={matching.filter((row) => row.isOwn)}
      shipped={matching.filter((row) => !row.isOwn)}
      total={rows.length}
      today={today}
      listDate={priceListDate}
      leftOut={leftOut}
      canEdit={hasRole(ctx, "editor")}
    />
  );
}
