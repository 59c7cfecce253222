import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

/** Names for stored actors: members by their name, parts of Touchstone as they are, people of elsewhere not at all. */
export async function actorNames(
  ctx: Context,
  actors: readonly string[],
): Promise<(actor: string) => string> {
  const userIds = [...new Set(actors)].filter((actor) => idSchema.safeParse(actor).success);
  const members = await db().member.findMany({
    where: { workspaceId: ctx.workspaceId, userId: { in: userIds } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map((member) => [member.userId, member.user.name]));
  return (actor) => names.get(actor) ?? (idSchema.safeParse(actor).success ? "a former member" : actor);
}
