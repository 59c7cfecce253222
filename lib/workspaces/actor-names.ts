import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

/** Names for stored actors: members and API keys by their name, parts of Touchstone as they are, people of elsewhere not at all. */
export async function actorNames(
  ctx: Context,
  actors: readonly string[],
): Promise<(actor: string) => string> {
  const ids = [...new Set(actors)].filter((actor) => idSchema.safeParse(actor).success);
  const members = await db().member.findMany({
    where: { workspaceId: ctx.workspaceId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map((member) => [member.userId, member.user.name]));
  const others = ids.filter((id) => !names.has(id));
  if (others.length > 0) {
    const keys = await db().apiKey.findMany({
      where: { workspaceId: ctx.workspaceId, id: { in: others } },
      select: { id: true, name: true },
    });
    for (const { id, name } of keys) names.set(id, apiKeyActorName(name));
  }
  return (actor) => names.get(actor) ?? (idSchema.safeParse(actor).success ? "a former member" : actor);
}

/** What a key is called where people are named. */
export function apiKeyActorName(name: string): string {
  return `${name} (API key)`;
}
