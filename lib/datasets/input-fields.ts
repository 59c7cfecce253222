import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { dottedFields } from "./cases/dotted-fields.ts";

export const inputFieldsInput = z.object({ datasetId: idSchema });
export type InputFieldsInput = z.input<typeof inputFieldsInput>;

export type InputFields = {
  /** `subject`, `customer.name`: what a prompt may name after `input.` */
  fields: string[];
  metadataFields: string[];
  /** Whether some input is not an object, so that only `{{input}}` names it. */
  hasPlainInputs: boolean;
  sampled: number;
  /** A few whole cases to try a prompt on. */
  examples: { key: string; input: unknown; metadata: unknown; tags: string[] }[];
};

const sampleSize = 200;
const exampleCount = 5;
const maxSampleChars = 20_000;

/** From the first 200 cases of the working copy whose input is no longer than 20,000 characters. A foreign dataset has none. */
export async function inputFields(ctx: Context, input: InputFieldsInput): Promise<InputFields> {
  const { datasetId } = parseInput(inputFieldsInput, input);
  const small = Prisma.sql`length(input::text) + length(metadata::text) <= ${maxSampleChars}`;
  const rows = await db().$queryRaw<{ key: string; input: unknown; metadata: unknown; tags: string[] }[]>`
    select key, input, metadata, tags from case_revision
    where dataset_id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid and is_head and not archived and ${small}
    order by position limit ${sampleSize}`;
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  return {
    fields: dottedFields(rows.map((row) => row.input)),
    metadataFields: dottedFields(rows.map((row) => row.metadata)),
    hasPlainInputs: rows.some((row) => !isObject(row.input)),
    sampled: rows.length,
    examples: rows.slice(0, exampleCount),
  };
}
