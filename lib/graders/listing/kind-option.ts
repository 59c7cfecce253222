import type { Direction, GraderFamily } from "../grader-kind.ts";
import { graderKinds } from "../registry.ts";

/** What a page in the browser needs to know of a kind: everything but its code. */
export type KindOption = {
  kind: string;
  family: GraderFamily;
  label: string;
  explanation: string;
  direction: Direction;
  defaultThreshold: number;
  defaultWeight: number;
  binary: boolean;
  needsExpected: boolean;
  execution: "inline" | "isolated" | "remote";
  defaults: Record<string, unknown>;
};

export function kindOptions(): KindOption[] {
  return graderKinds.map((found) => {
    const {
      kind,
      family,
      label,
      explanation,
      direction,
      defaultThreshold,
      binary,
      needsExpected,
      execution,
    } = found;
    const facts = {
      kind,
      family,
      label,
      explanation,
      direction,
      defaultThreshold,
      binary,
      needsExpected,
      execution,
    };
    return { ...facts, defaultWeight: found.defaultWeight ?? 1, defaults: Object(found.defaults) };
  });
}
