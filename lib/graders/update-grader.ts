import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { contentHash } from "#lib/ids/content-hash.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { checkReferences } from "./content/check-references.ts";
import { graderContentSchema, graderNameSchema } from "./content/grader-content.ts";
import { insertGraderVersion } from "./content/insert-grader.ts";
import { parseGraderContent } from "./content/parse-grader-content.ts";
import { conflictWhenTaken } from "./content/unique-violation.ts";

export const updateGraderInput = z.object({
  graderId: idSchema,
  name: graderNameSchema.optional(),
  /** The version that the editor saw; a version that somebody saved since then is not overwritten. */
  basedOn: z.int().min(1),
  content: graderContentSchema,
});
export type UpdateGraderInput = z.input<typeof updateGraderInput>;

export type UpdatedGrader = { versionId: string; number: number; isNewVersion: boolean };

/** Renames a grader, and gives it a new version when its content differs from the latest one. */
export async function updateGrader(ctx: Context, input: UpdateGraderInput): Promise<UpdatedGrader> {
  requireRole(ctx, "editor", "edit a grader");
  const { graderId, name, basedOn, content: given } = parseInput(updateGraderInput, input);
  const content = parseGraderContent(given);
  const grader = await loadGrader(ctx, graderId);
  if (grader.archivedAt !== null) {
    throw new AppError("conflict", `The grader ${grader.name} is archived. Restore it before you edit it.`);
  }
  if (grader.latest.number !== basedOn) throw new AppError("conflict", outdated(grader.name));
  const isRenamed = name !== undefined && name !== grader.name;
  const isChanged = contentHash(content) !== grader.latest.contentHash;
  const number = isChanged ? basedOn + 1 : basedOn;
  if (isChanged) await checkReferences(ctx, content);
  if (!isRenamed && !isChanged) return { versionId: grader.latest.id, number, isNewVersion: false };

  const versionId = await db()
    .$transaction(async (tx) => {
      if (isRenamed)
        await tx.grader.update({ where: { id: graderId, workspaceId: ctx.workspaceId }, data: { name } });
      // Two editors who saved at the same moment both get here; the number is unique, and the second one is told.
      const id = isChanged
        ? await insertGraderVersion(tx, ctx, { graderId, number, content })
        : grader.latest.id;
      await writeAudit(tx, ctx, {
        action: "grader.update",
        subjectType: "grader",
        subjectId: graderId,
        detail: { number, ...(isRenamed ? { name, formerName: grader.name } : {}) },
      });
      return id;
    })
    .catch(conflictWhenTaken(isRenamed ? nameOrVersionTaken(grader.name) : outdated(grader.name)));
  return { versionId, number, isNewVersion: isChanged };
}

async function loadGrader(ctx: Context, graderId: string) {
  const grader = await db().grader.findFirst({
    where: { id: graderId, workspaceId: ctx.workspaceId },
    select: {
      name: true,
      archivedAt: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, contentHash: true },
      },
    },
  });
  const latest = grader?.versions[0];
  if (!grader || !latest)
    throw new AppError("not-found", "There is no grader with this id in this workspace.");
  return { name: grader.name, archivedAt: grader.archivedAt, latest };
}

function outdated(name: string): string {
  return `Somebody saved a newer version of the grader ${name} meanwhile. Reload the page to see it, then make your change again.`;
}

function nameOrVersionTaken(name: string): string {
  return `The grader ${name} could not be saved: its new name is taken, or somebody saved a newer version meanwhile. Choose another name or reload the page.`;
}
