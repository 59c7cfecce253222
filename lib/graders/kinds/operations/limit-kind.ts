import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { AttemptFacts, InlineKind } from "../../grader-kind.ts";

export type LimitConfig = { limit: number };

export type MeasuredFact = Pick<InlineKind<LimitConfig>, "kind" | "label" | "explanation"> & {
  /** In the unit of the limit; null is not known. */
  read(facts: AttemptFacts): number | null;
  /** In a sentence: “340 ms”. */
  show(value: number): string;
  /** Begins a sentence: “The answer took”. */
  verb: string;
  /** Ends “… of this answer is not known”: “The latency”. */
  noun: string;
  limitSchema: z.ZodType<number>;
  defaultLimit: number;
};

/** 1 when a measured fact of the attempt is at most the limit, else 0. Unscored when the fact is not known. */
export function limitKind(fact: MeasuredFact): InlineKind<LimitConfig> {
  const { kind, label, explanation, read, show, verb, noun, limitSchema, defaultLimit } = fact;
  return {
    kind,
    execution: "inline",
    family: "operations",
    label,
    explanation,
    direction: "higher",
    defaultThreshold: 1,
    binary: true,
    needsExpected: false,
    configSchema: z.strictObject({ limit: limitSchema }),
    defaults: { limit: defaultLimit },
    compile({ limit }) {
      const allowed = show(limit);
      return ({ attempt }) => {
        const value = attempt === undefined ? null : read(attempt);
        if (value === null) return unscored(`${noun} of this answer is not known.`);
        return value <= limit
          ? scored(1, `${verb} ${show(value)}, within the limit of ${allowed}.`, { value })
          : scored(0, `${verb} ${show(value)}; the limit is ${allowed}.`, { value });
      };
    },
  };
}
