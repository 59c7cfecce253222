import type { BuiltInChoice } from "#components/models/built-in/built-in-fields.tsx";
import { builtInModels } from "#lib/providers/built-in/registry.ts";

/** The registry as plain data: its schemas and trainers stay on the server. */
export const builtInChoices: readonly BuiltInChoice[] = builtInModels.map(
  ({ kind, label, explanation, needsTraining }) => ({ kind, label, explanation, needsTraining }),
);

export function builtInLabel(kind: string): string {
  return builtInChoices.find((choice) => choice.kind === kind)?.label ?? kind;
}
