import type { JsonValue } from "../grader-kind.ts";

/** What the parent sends. */
export type Request = { id: number; input: JsonValue };

/** What the child sends. */
export type Reply =
  | { type: "ready" }
  | { type: "phase"; id: number; phase: string }
  /** `spent`: the process may not serve another request. */
  | { type: "ended"; id: number; output: JsonValue; spent: boolean }
  | { type: "too-much-output"; id: number }
  | { type: "failed"; id: number; message: string };

/** An answer of a program is JSON of at most this many characters. */
export const MAX_OUTPUT_CHARS = 1_000_000;
