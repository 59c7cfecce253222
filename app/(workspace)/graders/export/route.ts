import { z } from "zod";
import { runRoute } from "#app/_server/run-route.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { exportGraders } from "#lib/graders/listing/export-graders.ts";
import { graderListViewSchema } from "#lib/graders/listing/list-view-schema.ts";

const querySchema = graderListViewSchema.extend({
  format: z.enum(["csv", "jsonl"]),
  show: z.enum(["active", "archived"]).catch("active"),
});

export function GET(request: Request): Promise<Response> {
  return runRoute(request, async (ctx) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { format, show, ...view } = parseInput(querySchema, query);
    const text = await exportGraders(ctx, { format, archived: show === "archived", view });
    return new Response(text, {
      headers: {
        "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
        "content-disposition": `attachment; filename="graders.${format}"`,
      },
    });
  });
}
