import { runRoute } from "#app/_server/run-route.ts";
import { getCase } from "#lib/datasets/cases/get-case.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

/** One case with its history; the key stands in `?key=`, because it may contain any character. */
export async function GET(request: Request, { params }: DatasetRoute) {
  const { datasetId } = await params;
  return await runRoute(request, async (ctx) => {
    const key = new URL(request.url).searchParams.get("key") ?? "";
    return Response.json(await getCase(ctx, { datasetId, key }), {
      headers: { "cache-control": "no-store" },
    });
  });
}
