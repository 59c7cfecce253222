import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { getCallTarget } from "./get-call-target.ts";
import { listModelsOf } from "./kinds/list-models-of.ts";
import { openTarget } from "./open-target.ts";

export const listServerModelsInput = z.object({ connectionId: idSchema });
export type ListServerModelsInput = z.input<typeof listServerModelsInput>;

const TIMEOUT_SECONDS = 10;
const MAX_MODELS = 1000;

/** The model ids that the server of a connection lists, asked now; none for a service or a program, which have no list. */
export async function listServerModels(ctx: Context, input: ListServerModelsInput): Promise<string[]> {
  requireRole(ctx, "editor", "ask a server for its models");
  const { connectionId } = parseInput(listServerModelsInput, input);
  const target = await getCallTarget(ctx, connectionId);
  try {
    const models = await listModelsOf({ ...openTarget(target), timeoutSeconds: TIMEOUT_SECONDS });
    return (models ?? []).slice(0, MAX_MODELS);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError("unavailable", `"${target.name}" did not list its models. ${error.message}`);
  }
}
