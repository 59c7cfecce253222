import type { z } from "zod";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** What a grader sees of one attempt. `expected` is undefined or null when the case has no expected value. */
export type GradeInput = {
  input: unknown;
  expected: unknown;
  output: string;
  metadata: Record<string, unknown>;
};

/** A score in 0..1, or the reason why there is none. A reason is one sentence that a product manager understands. */
export type GradeResult =
  | { status: "scored"; score: number; reason: string; detail?: JsonValue }
  | { status: "unscored"; reason: string };

export type CompiledGrader = (input: GradeInput) => GradeResult;

export type Direction = "higher" | "lower";
export type GraderFamily = "text" | "numbers" | "structure" | "overlap";

/** One way of scoring. Pure and synchronous: no network, no clock, no database. */
export type GraderKind<Config> = {
  kind: string;
  family: GraderFamily;
  label: string;
  /** One sentence for a product manager. */
  explanation: string;
  direction: Direction;
  /** In 0..1, the same scale as the score. */
  defaultThreshold: number;
  /** Scores are only ever 0 or 1. */
  binary: boolean;
  /** Unscored for every case without an expected value, at least with the default configuration. */
  needsExpected: boolean;
  /** Strict: refuses keys that it does not know. */
  configSchema: z.ZodType<Config>;
  defaults: Config;
  /** Does once what does not depend on the attempt. `config` has passed `configSchema`. */
  compile(config: Config): CompiledGrader;
};
