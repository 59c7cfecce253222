import { z } from "zod";
import { runRoute } from "#app/_server/run-route.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { exportPrices } from "#lib/models/prices/export-prices.ts";

const querySchema = z.object({ q: z.string().max(300).default("") });

export function GET(request: Request): Promise<Response> {
  return runRoute(request, async (ctx) => {
    const { q } = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
    return new Response(await exportPrices(ctx, { search: q }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="prices.csv"',
      },
    });
  });
}
