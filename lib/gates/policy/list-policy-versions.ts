import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { noSuchDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { type PolicyChange, policyChanges } from "./policy-lines.ts";
import { type Policy, policySchema } from "./policy-schema.ts";

const listPolicyVersionsInput = pageInputSchema.extend({
  datasetId: idSchema,
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "The cursor does not belong to this list.")
    .nullish(),
});

export type PolicyVersionRow = {
  id: string;
  number: number;
  policy: Policy;
  note: string;
  createdAt: Date;
  createdBy: string;
  /** Against the version before. */
  changes: PolicyChange[];
};

/** The versions of a dataset's policy, the newest first; that one is in force. */
export async function listPolicyVersions(
  ctx: Context,
  input: z.input<typeof listPolicyVersionsInput>,
): Promise<Page<PolicyVersionRow>> {
  const { datasetId, cursor, limit } = parseInput(listPolicyVersionsInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: {
      policies: {
        where: cursor ? { number: { lt: Number(cursor) } } : {},
        orderBy: { number: "desc" },
        take: limit + 1,
        select: { id: true, number: true, policy: true, note: true, createdAt: true, createdBy: true },
      },
    },
  });
  if (dataset === null) throw noSuchDataset();
  const rows = dataset.policies.map((row) => ({ ...row, policy: policySchema.parse(row.policy) }));
  const before = new Map(rows.map((row, at) => [row.id, rows[at + 1]?.policy ?? null]));
  const nameOf = await actorNames(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  return toPage(
    rows,
    limit,
    ({ number }) => String(number),
    (row) => ({
      ...row,
      createdBy: nameOf(row.createdBy),
      changes: policyChanges(before.get(row.id) ?? null, row.policy),
    }),
  );
}
