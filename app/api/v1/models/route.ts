import { runRoute } from "#app/_server/run-route.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { createModel, createModelInput } from "#lib/models/create-model.ts";
import { listModels } from "#lib/models/list-models.ts";

/** Models, newest first: `?cursor=&limit=&search=&archived=true`. */
export const GET = (request: Request) =>
  runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const limit = query.get("limit");
    const page = await listModels(ctx, {
      cursor: query.get("cursor"),
      search: query.get("search") ?? "",
      archived: query.get("archived") === "true",
      ...(limit === null ? {} : { limit }),
    });
    return Response.json(page);
  });

/** A new model: `{ name, config }`. */
export const POST = (request: Request) =>
  runRoute(request, async (ctx) => {
    const body: unknown = await request.json().catch(() => {
      throw new AppError("invalid", "The body of the request is not JSON.");
    });
    return Response.json(await createModel(ctx, parseInput(createModelInput, body)), { status: 201 });
  });
