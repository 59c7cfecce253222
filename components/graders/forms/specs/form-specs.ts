import type { FormSpec } from "../fields/config-field.ts";
import { agentsForms } from "./agents.ts";
import { numbersForms } from "./numbers.ts";
import { operationsForms } from "./operations.ts";
import { overlapForms } from "./overlap.ts";
import { structureForms } from "./structure.ts";
import { textForms } from "./text.ts";
import { textClosenessForms } from "./text-closeness.ts";
import { textShapeForms } from "./text-shape.ts";

/** The forms that need nothing but fields, by kind. */
export const formSpecs: Readonly<Record<string, FormSpec>> = {
  ...textForms,
  ...textClosenessForms,
  ...textShapeForms,
  ...numbersForms,
  ...structureForms,
  ...overlapForms,
  ...agentsForms,
  ...operationsForms,
};

/** Null for a kind whose form is written by hand, and for one that does not exist. */
export function formSpecOf(kind: string): FormSpec | null {
  return (Object.hasOwn(formSpecs, kind) ? formSpecs[kind] : undefined) ?? null;
}
