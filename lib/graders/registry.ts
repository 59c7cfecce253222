import { AppError } from "#lib/errors/app-error.ts";
import type { GraderKind } from "./grader-kind.ts";
import { embeddingSimilarity } from "./kinds/meaning/embedding-similarity.ts";
import { judgeFactuality } from "./kinds/meaning/judge-factuality.ts";
import { judgePairwise } from "./kinds/meaning/judge-pairwise.ts";
import { judgeRubric } from "./kinds/meaning/judge-rubric.ts";
import { webhook } from "./kinds/meaning/webhook.ts";
import { numeric } from "./kinds/numbers/numeric.ts";
import { rougeL } from "./kinds/overlap/rouge-l.ts";
import { tokenF1 } from "./kinds/overlap/token-f1.ts";
import { answerRelevance } from "./kinds/retrieval/answer-relevance.ts";
import { contextPrecision } from "./kinds/retrieval/context-precision.ts";
import { contextRecall } from "./kinds/retrieval/context-recall.ts";
import { faithfulness } from "./kinds/retrieval/faithfulness.ts";
import { jsonFields } from "./kinds/structure/json-fields.ts";
import { jsonSchema } from "./kinds/structure/json-schema.ts";
import { jsonValidity } from "./kinds/structure/json-validity.ts";
import { contains } from "./kinds/text/contains.ts";
import { exactMatch } from "./kinds/text/exact-match.ts";
import { regularExpression } from "./kinds/text/regular-expression.ts";

/** `compile` is a method, so a kind with its own configuration fits here; whoever calls it passes what `configSchema` returned. */
export type AnyGraderKind = GraderKind<unknown>;

/** Every kind there is, in the order in which they are offered: cheapest and clearest first. */
export const graderKinds: readonly AnyGraderKind[] = [
  exactMatch,
  contains,
  regularExpression,
  numeric,
  jsonFields,
  jsonSchema,
  jsonValidity,
  tokenF1,
  rougeL,
  webhook,
  embeddingSimilarity,
  judgeRubric,
  judgeFactuality,
  judgePairwise,
  faithfulness,
  answerRelevance,
  contextPrecision,
  contextRecall,
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
