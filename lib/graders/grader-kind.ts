import type { z } from "zod";
import type { GraderServices } from "./services/grader-services.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** What is known of the attempt beside its text. Null is "not known", which no grader takes for 0. */
export type AttemptFacts = {
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
  costMicroUsd: number | null;
  promptTokens: number | null;
  completionTokens: number | null;
  finishReason: string | null;
  /** As the provider gave them; null when the model called no tool. */
  toolCalls: readonly { name: string; arguments: string }[] | null;
};

/** What a grader sees of one attempt. `expected` is undefined or null when the case has no expected value. */
export type GradeInput = {
  input: unknown;
  expected: unknown;
  output: string;
  metadata: Record<string, unknown>;
  /** The stable key of the case; absent for a typed answer. */
  caseKey?: string;
  /** Absent for an answer that was typed to try a grader. */
  attempt?: AttemptFacts;
};

/** What a grade was paid for: calls of a judge or of an embedding model. */
export type GradeUsage = {
  calls: number;
  promptTokens: number | null;
  completionTokens: number | null;
  /** Null is unknown, never 0. */
  costMicroUsd: number | null;
  /** Who was asked: names of models with their versions. */
  models?: readonly string[];
  /** Which of our prompts was used. */
  prompt?: { name: string; version: number };
};

/** A score in 0..1, or the reason why there is none. A reason is one sentence that a product manager understands. */
export type GradeResult =
  | { status: "scored"; score: number; reason: string; detail?: JsonValue; usage?: GradeUsage }
  | { status: "unscored"; reason: string; detail?: JsonValue; usage?: GradeUsage };

export type CompiledGrader = (input: GradeInput) => GradeResult;

/**
 * Resolves for every answer; a service that fails gives an unscored grade. Rejects only when `signal` is aborted, or with
 * `ServicesStopped` when its services take no new calls: the answer is judged later.
 */
export type OpenGrader = (input: GradeInput, signal: AbortSignal) => Promise<GradeResult>;

export type Direction = "higher" | "lower";
export type GraderFamily =
  | "text"
  | "numbers"
  | "structure"
  | "overlap"
  | "programs"
  | "meaning"
  | "agents"
  | "operations";

type KindFacts<Config> = {
  kind: string;
  family: GraderFamily;
  label: string;
  /** One sentence for a product manager. */
  explanation: string;
  direction: Direction;
  /** In 0..1, the same scale as the score. */
  defaultThreshold: number;
  /** Of a new grader; 1 where it is not given. */
  defaultWeight?: number;
  /** Scores are only ever 0 or 1. */
  binary: boolean;
  /** Unscored for every case without an expected value, at least with the default configuration. */
  needsExpected: boolean;
  /** Strict: refuses keys that it does not know. */
  configSchema: z.ZodType<Config>;
  defaults: Config;
  /** What a configuration names in the workspace: checked when a version is saved or tried, and again by the service that uses it. */
  references?(config: Config): GraderReferences;
  /** Calls that one answer takes, of a kind that asks somebody. */
  callsPerAnswer?(config: Config): number;
};

/** Ids by what they are of. `missing` names fields that are left empty and must not be, with a sentence for each. */
export type GraderReferences = {
  modelVersionIds?: readonly string[];
  connectionIds?: readonly string[];
  secretIds?: readonly string[];
  missing?: Readonly<Record<string, string>>;
};

/** Pure, synchronous and quick: no network, no clock, no database, no code of others. */
export type InlineKind<Config> = KindFacts<Config> & {
  execution: "inline";
  /** Does once what does not depend on the attempt. `config` has passed `configSchema`. */
  compile(config: Config): CompiledGrader;
};

/** Works through services: in a process that can be killed, or by calling somebody. */
export type OutsideKind<Config> = KindFacts<Config> & {
  /** `isolated` runs on this machine and is free; `remote` calls somebody and may cost money. */
  execution: "isolated" | "remote";
  open(config: Config, services: GraderServices): OpenGrader;
};

/** One way of scoring. */
export type GraderKind<Config> = InlineKind<Config> | OutsideKind<Config>;
