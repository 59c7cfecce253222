import { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { lockOpenDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { versionNoteSchema } from "#lib/datasets/versions/version-note.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { canonicalJson } from "#lib/graders/json/canonical-json.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { asksForNothing } from "./policy-parts.ts";
import { type Policy, policySchema } from "./policy-schema.ts";

const savePolicyInput = z.object({ datasetId: idSchema, policy: policySchema, note: versionNoteSchema });
export type SavePolicyInput = z.input<typeof savePolicyInput>;

/** Makes the policy the next version of the dataset's; it is in force from now on. What it says of earlier runs stays as it was. */
export async function savePolicy(ctx: Context, input: SavePolicyInput): Promise<{ number: number }> {
  requireRole(ctx, "editor", "change the policy of a dataset");
  const { datasetId, policy, note } = parseInput(savePolicyInput, input);
  if (asksForNothing(policy)) {
    throw new AppError(
      "invalid",
      "The policy asks for nothing, so every run would pass. Turn on at least one rule.",
    );
  }
  refuseTwiceNamed(policy);
  return await db().$transaction(async (tx) => {
    const dataset = await lockOpenDataset(tx, ctx, datasetId);
    const latest = await tx.policyVersion.findFirst({
      where: { workspaceId: ctx.workspaceId, datasetId },
      orderBy: { number: "desc" },
      select: { number: true, policy: true },
    });
    if (latest !== null && canonicalJson(policySchema.parse(latest.policy)) === canonicalJson(policy)) {
      throw new AppError(
        "conflict",
        `Version ${latest.number} of the policy of "${dataset.name}" already asks for exactly this.`,
      );
    }
    const number = (latest?.number ?? 0) + 1;
    const id = newId();
    const row = {
      id,
      workspaceId: ctx.workspaceId,
      datasetId,
      number,
      policy,
      note,
      createdBy: actorId(ctx),
    };
    await tx.policyVersion.create({ data: row });
    await writeAudit(tx, ctx, {
      action: "policy.save",
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { policyVersionId: id, number, policy },
    });
    return { number };
  });
}

function refuseTwiceNamed({ slices }: Policy): void {
  const names = new Set<string>();
  for (const { dimension, value } of slices) {
    const name = canonicalJson([dimension, value]);
    if (names.has(name)) {
      throw new AppError("invalid", `The slice ${dimension} = ${value} has two floors. Keep one of them.`);
    }
    names.add(name);
  }
}
