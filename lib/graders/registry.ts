import { AppError } from "#lib/errors/app-error.ts";
import type { GraderKind } from "./grader-kind.ts";
import { agentsKinds } from "./kinds/agents/agents-kinds.ts";
import { meaningKinds } from "./kinds/meaning/meaning-kinds.ts";
import { numbersKinds } from "./kinds/numbers/numbers-kinds.ts";
import { operationsKinds } from "./kinds/operations/operations-kinds.ts";
import { overlapKinds } from "./kinds/overlap/overlap-kinds.ts";
import { programsKinds } from "./kinds/programs/programs-kinds.ts";
import { retrievalKinds } from "./kinds/retrieval/retrieval-kinds.ts";
import { structureKinds } from "./kinds/structure/structure-kinds.ts";
import { textKinds } from "./kinds/text/text-kinds.ts";

/** `compile` is a method, so a kind with its own configuration fits here; whoever calls it passes what `configSchema` returned. */
export type AnyGraderKind = GraderKind<unknown>;

/** Every kind there is, by family, in the order in which they are offered: cheapest and clearest first. */
export const graderKinds: readonly AnyGraderKind[] = [
  ...textKinds,
  ...numbersKinds,
  ...structureKinds,
  ...overlapKinds,
  ...programsKinds,
  ...meaningKinds,
  ...retrievalKinds,
  ...agentsKinds,
  ...operationsKinds,
];

/** The names of those that call somebody, who may want money for it. */
export const remoteKinds: readonly string[] = graderKinds
  .filter(({ execution }) => execution === "remote")
  .map(({ kind }) => kind);

const byName = new Map(graderKinds.map((kind) => [kind.kind, kind]));

export function findGraderKind(kind: string): AnyGraderKind | null {
  return byName.get(kind) ?? null;
}

/** Calls that a stored grader makes for one answer; 0 for one that asks nobody, or that cannot be read. */
export function callsPerAnswer({ kind, config }: { kind: string; config: unknown }): number {
  const found = findGraderKind(kind);
  const parsed = found?.configSchema.safeParse(config);
  return parsed?.success ? (found?.callsPerAnswer?.(parsed.data) ?? 0) : 0;
}

/** Throws `invalid` for a kind that does not exist. */
export function graderKind(kind: string): AnyGraderKind {
  const found = findGraderKind(kind);
  if (found !== null) return found;
  throw new AppError("invalid", `There is no grader of the kind “${kind.slice(0, 60)}”.`, {
    kind: "Choose one of the offered kinds.",
  });
}
