import { runRoute } from "#app/_server/run-route.ts";
import { exportDecision } from "#lib/decisions/exporting/export-decision.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

type Route = { params: Promise<{ decisionId: string }> };

/** ?format=md or ?format=pdf */
export async function GET(request: Request, { params }: Route) {
  return await runRoute(request, async (ctx) => {
    const decisionId = parseInput(idSchema, (await params).decisionId);
    const format = new URL(request.url).searchParams.get("format") === "pdf" ? "pdf" : "md";
    const { fileName, contentType, content } = await exportDecision(ctx, { decisionId, format });
    return new Response(content, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
