import type { Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type Memberships = {
  user: { id: string; name: string; email: string };
  memberships: { id: string; name: string; role: Role }[];
};

/** A person and the workspaces they belong to, oldest membership first; null when the account is gone. */
export async function listMemberships(userId: string): Promise<Memberships | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      memberships: {
        orderBy: { createdAt: "asc" },
        take: 100,
        select: { role: true, workspace: { select: { id: true, name: true } } },
      },
    },
  });
  if (user === null) return null;
  const { memberships, ...person } = user;
  return { user: person, memberships: memberships.map(({ role, workspace }) => ({ ...workspace, role })) };
}
