import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

type Person = { id: string; email: string; name: string; passwordHash: string | null };

/** The account of the person who acts. A part of Touchstone itself has none. */
export async function requirePerson(ctx: Context): Promise<Person> {
  const person =
    ctx.actor.type === "member"
      ? await db().user.findUnique({
          where: { id: ctx.actor.userId },
          select: { id: true, email: true, name: true, passwordHash: true },
        })
      : null;
  if (person === null) throw new AppError("forbidden", "Only a person with an account can do this.");
  return person;
}
