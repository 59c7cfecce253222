import { z } from "zod";
import { runRoute } from "#app/_server/run-route.ts";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { describePreview } from "#lib/runs/control/grading/preview/describe-preview.ts";
import { previewFlips } from "#lib/runs/control/grading/preview/preview-flips.ts";
import { previewSample } from "#lib/runs/control/grading/preview/preview-sample.ts";
import { refuseUnknownRun } from "#lib/runs/no-such-run.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** A change of a grader is small; its configuration may hold a long schema or fixture. */
const MAX_BODY_CHARS = 2_500_000;

const bodySchema = z.discriminatedUnion("part", [
  z.looseObject({ part: z.literal("plan") }),
  z.looseObject({ part: z.literal("batch") }),
  z.looseObject({ part: z.literal("sample") }),
]);

/** Which verdicts would change if a run were graded again: the plan, the next 500 answers, or a sample. Stores nothing. */
export async function POST(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    await refuseUnknownRun(ctx, parseInput(idSchema, runId));
    return Response.json(await answer(ctx, runId, await readBody(request)), {
      headers: { "cache-control": "no-store" },
    });
  });
}

async function answer(ctx: Context, runId: string, body: unknown): Promise<unknown> {
  const { part, ...asked } = parseInput(bodySchema, body);
  // Each verb parses what it is asked for.
  const input = { ...asked, runId } as Parameters<typeof previewFlips>[1];
  switch (part) {
    case "plan":
      return await describePreview(ctx, input);
    case "batch":
      return await previewFlips(ctx, input);
    case "sample":
      return await previewSample(ctx, input);
  }
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MAX_BODY_CHARS) throw new AppError("too-large", "The request is too large.");
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The request's body is not JSON.");
  }
}
