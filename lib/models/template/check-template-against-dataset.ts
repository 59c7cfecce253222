import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { templateFields, unknownFields } from "../prompt-template.ts";
import { availableFields } from "./available-fields.ts";
import { describeUnknownField } from "./describe-unknown-field.ts";
import { readPlaceholder } from "./field-path.ts";
import { listSampleCases } from "./list-sample-cases.ts";
import { promptMessagesSchema } from "./prompt-message.ts";

export const checkTemplateAgainstDatasetInput = z.object({
  datasetId: idSchema,
  messages: promptMessagesSchema,
});
export type CheckTemplateAgainstDatasetInput = z.input<typeof checkTemplateAgainstDatasetInput>;

export type TemplateProblem = { field: string; sentence: string };
export type TemplateCheck = {
  datasetName: string;
  availableFields: string[];
  /** Fields that no case of the dataset has. */
  problems: TemplateProblem[];
  /** False when every case would get the same prompt. */
  namesInput: boolean;
};

const SAMPLES = 200;

/** Compares the fields that a prompt names with those of a dataset's cases. A field that one case has, wherever it is, is known. */
export async function checkTemplateAgainstDataset(
  ctx: Context,
  input: CheckTemplateAgainstDatasetInput,
): Promise<TemplateCheck> {
  const { datasetId, messages } = parseInput(checkTemplateAgainstDatasetInput, input);
  const { datasetName, cases } = await listSampleCases(ctx, { datasetId, limit: SAMPLES });
  const available = availableFields(cases);
  const notInSamples = unknownFields(
    messages,
    cases.map((sample) => sample.input),
    cases.map((sample) => sample.metadata),
  );
  const problems: TemplateProblem[] = [];
  for (const field of notInSamples) {
    if (await isInSomeCase(ctx, datasetId, field)) continue;
    problems.push({ field, sentence: describeUnknownField(field, datasetName, available) });
  }
  return {
    datasetName,
    availableFields: available,
    problems,
    namesInput: templateFields(messages).some((field) => readPlaceholder(field)?.root === "input"),
  };
}

/** Looks through the whole dataset, with the long cases and those behind the samples. */
async function isInSomeCase(ctx: Context, datasetId: string, field: string): Promise<boolean> {
  const path = readPlaceholder(field);
  if (path === null || (path.root !== "input" && path.root !== "metadata")) return false;
  const [row] = await db().$queryRaw<{ present: boolean }[]>`
    select exists (
      select from case_revision
      where dataset_id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid and is_head and not archived
        and (case when ${path.root} = 'input' then input else metadata end) #> ${[...path.segments]}::text[] is not null
    ) as present`;
  return row?.present ?? false;
}
