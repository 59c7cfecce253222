import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { loadVersionCases } from "../load-version-cases.ts";
import { attemptsHolding, casesHolding, needleOf } from "../texts/find-in-texts.ts";
import { findListedRun } from "./find-listed-run.ts";

const prepareSearchInput = z.object({ runId: idSchema });

/** Reads the texts of a run into memory while somebody begins to type, where a search would do so. */
export async function prepareSearch(ctx: Context, input: z.input<typeof prepareSearchInput>): Promise<void> {
  const { runId } = parseInput(prepareSearchInput, input);
  const [outcomes, needle] = await Promise.all([findListedRun(ctx, runId), needleOf("any text")]);
  if (outcomes === null || needle === null) return;
  const version = await loadVersionCases(ctx, outcomes.datasetVersionId);
  await Promise.all([casesHolding(ctx, version, needle), attemptsHolding(ctx, outcomes, needle)]);
}
