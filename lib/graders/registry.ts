import { AppError } from "#lib/errors/app-error.ts";
import type { GraderKind } from "./grader-kind.ts";
import { numeric } from "./kinds/numbers/numeric.ts";
import { rougeL } from "./kinds/overlap/rouge-l.ts";
import { tokenF1 } from "./kinds/overlap/token-f1.ts";
import { customJavascript } from "./kinds/programs/custom-javascript.ts";
import { javascriptTests } from "./kinds/programs/javascript-tests.ts";
import { sqlResult } from "./kinds/programs/sql-result.ts";
import { syntax } from "./kinds/programs/syntax.ts";
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
  syntax,
  sqlResult,
  javascriptTests,
  customJavascript,
];

const byName = new Map(graderKinds.map((kind) => [kind.kind, kind]));

export function findGraderKind(kind: string): AnyGraderKind | null {
  return byName.get(kind) ?? null;
}

/** Throws `invalid` for a kind that does not exist. */
export function graderKind(kind: string): AnyGraderKind {
  const found = findGraderKind(kind);
  if (found !== null) return found;
  throw new AppError("invalid", `There is no grader of the kind “${kind.slice(0, 60)}”.`, {
    kind: "Choose one of the offered kinds.",
  });
}
