import { runRoute } from "#app/_server/run-route.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel, modelNotFound } from "#lib/models/get-model.ts";

type ModelRoute = { params: Promise<{ modelId: string }> };

/** A model with its versions, newest first. */
export const GET = (request: Request, { params }: ModelRoute) =>
  runRoute(request, async (ctx) => {
    const id = idSchema.safeParse((await params).modelId);
    if (!id.success) throw modelNotFound();
    return Response.json(await getModel(ctx, id.data));
  });
