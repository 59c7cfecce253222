import { runRoute } from "#app/_server/run-route.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { exportTrend } from "#lib/trends/export-trend.ts";
import { trendParams } from "#lib/trends/trend-params.ts";

export async function GET(request: Request): Promise<Response> {
  return await runRoute(request, async (ctx) => {
    const { datasetId, ...asked } = trendParams(new URL(request.url).searchParams);
    if (datasetId === null) throw new AppError("invalid", "Say which dataset: ?dataset=<its id>.");
    const { fileName, text } = await exportTrend(ctx, { ...asked, datasetId });
    return new Response(text, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
