import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { embeddingConnectionKinds } from "../services/calling/embedding-connection-kinds.ts";

export type JudgeChoice = {
  versionId: string;
  name: string;
  number: number;
  isNewest: boolean;
  source: string;
};
export type JudgeChoices = { models: JudgeChoice[]; connections: { id: string; name: string }[] };

const maxChoices = 200;
const versionSelect = {
  id: true,
  number: true,
  providerModel: true,
  model: { select: { name: true } },
  connection: { select: { name: true } },
} as const;

/** Models of the workspace that can judge, by name: the newest version of each, and older ones that are chosen already; and connections that can embed. */
export async function listJudgeChoices(ctx: Context, chosenIds: readonly string[]): Promise<JudgeChoices> {
  const scope = { workspaceId: ctx.workspaceId };
  const [models, chosen, connections] = await Promise.all([
    db().model.findMany({
      where: { ...scope, archivedAt: null },
      orderBy: { name: "asc" },
      take: maxChoices,
      select: { versions: { orderBy: { number: "desc" }, take: 1, select: versionSelect } },
    }),
    db().modelVersion.findMany({
      where: { ...scope, id: { in: [...chosenIds] }, connectionId: { not: null } },
      select: versionSelect,
    }),
    db().connection.findMany({
      where: { ...scope, archivedAt: null, kind: { in: [...embeddingConnectionKinds] } },
      orderBy: { name: "asc" },
      take: maxChoices,
      select: { id: true, name: true },
    }),
  ]);
  const newest = models.flatMap(({ versions }) => versions).filter(({ connection }) => connection !== null);
  const older = chosen.filter(({ id }) => newest.every((one) => one.id !== id));
  return {
    models: [...newest, ...older].map((version) => ({
      versionId: version.id,
      name: version.model.name,
      number: version.number,
      isNewest: newest.includes(version),
      source: `${version.providerModel} through ${version.connection?.name}`,
    })),
    connections,
  };
}

/** The judges that a stored configuration names, whatever its kind. */
export function judgesOf(config: Readonly<Record<string, unknown>>): string[] {
  const { judges } = config;
  return Array.isArray(judges) ? judges.filter((judge) => typeof judge === "string") : [];
}
