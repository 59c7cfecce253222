import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { checkReferences } from "./content/check-references.ts";
import { graderContentSchema, graderNameSchema } from "./content/grader-content.ts";
import { type CreatedGrader, insertGrader } from "./content/insert-grader.ts";
import { parseGraderContent } from "./content/parse-grader-content.ts";
import { conflictWhenTaken } from "./content/unique-violation.ts";
import { graderKind } from "./registry.ts";

export const createGraderInput = graderContentSchema
  .partial({ config: true, direction: true, threshold: true, weight: true, critical: true })
  .extend({ name: graderNameSchema });
export type CreateGraderInput = z.input<typeof createGraderInput>;

/** Creates a grader and its version 1. What is left out is as its kind proposes. */
export async function createGrader(ctx: Context, input: CreateGraderInput): Promise<CreatedGrader> {
  requireRole(ctx, "editor", "create a grader");
  const { name, ...given } = parseInput(createGraderInput, input);
  const kind = graderKind(given.kind);
  const content = parseGraderContent({
    kind: given.kind,
    config: given.config ?? Object(kind.defaults),
    direction: given.direction ?? kind.direction,
    threshold: given.threshold ?? kind.defaultThreshold,
    weight: given.weight ?? kind.defaultWeight ?? 1,
    critical: given.critical ?? false,
  });
  await checkReferences(ctx, content);
  const taken = `There is a grader with the name “${name}” already. Choose another name; it may be among the archived ones.`;
  return db()
    .$transaction((tx) => insertGrader(tx, ctx, name, content))
    .catch(conflictWhenTaken(taken, { name: taken }));
}
