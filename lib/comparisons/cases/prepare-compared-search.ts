import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { loadCompared } from "../load-compared.ts";
import { comparedRunsSchema } from "./compared-case-filter.ts";
import { readTextsOf } from "./find-text.ts";

/** Reads the texts of the compared runs into memory while somebody begins to type, where a search would do so. */
export async function prepareComparedSearch(
  ctx: Context,
  input: z.input<typeof comparedRunsSchema>,
): Promise<void> {
  const asked = parseInput(comparedRunsSchema, input);
  await readTextsOf(ctx, await loadCompared(ctx, asked));
}
