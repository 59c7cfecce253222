import { findGraderKind } from "../registry.ts";
import { answerText } from "./answer-text.ts";
import type { CaseSample, DatasetFacts, GraderProposal, ProposedJudge, ShapeRule } from "./proposal.ts";
import { code } from "./shapes/code.ts";
import { contexts } from "./shapes/contexts.ts";
import { expressions } from "./shapes/expressions.ts";
import { jsonObjects } from "./shapes/json-objects.ts";
import { labelLists } from "./shapes/label-lists.ts";
import { labels } from "./shapes/labels.ts";
import { longTexts } from "./shapes/long-texts.ts";
import { numbers } from "./shapes/numbers.ts";
import { optionLetters } from "./shapes/option-letters.ts";
import { shortTexts } from "./shapes/short-texts.ts";
import { sqlQueries } from "./shapes/sql-queries.ts";
import { expectsToolCalls, tools } from "./shapes/tools.ts";
import { withoutExpected } from "./shapes/without-expected.ts";

/** The first shape that fits the expected values names the graders; the narrowest shapes come first. */
const shapes: readonly ShapeRule[] = [
  expectsToolCalls,
  labelLists,
  jsonObjects,
  numbers,
  expressions,
  optionLetters,
  sqlQueries,
  code,
  labels,
  shortTexts,
  longTexts,
];

/**
 * Graders for a dataset, cheapest first, from some of its cases: one shape of expected values, and what the cases bring in their
 * metadata. At least one of them decides. Without a judge, nothing is proposed that costs money. Empty when there are no cases.
 */
export function proposeGraders(
  samples: readonly CaseSample[],
  judge: ProposedJudge | null = null,
): GraderProposal[] {
  if (samples.length === 0) return [];
  const values = samples.flatMap(({ expected }) => firstAnswer(expected));
  const facts: DatasetFacts = { samples, values, texts: values.map(answerText), judge };
  const byMetadata = [...tools(facts), ...contexts(facts)];
  const byValues = values.length === 0 ? withoutExpected(facts) : byShape(facts);
  return cheapestFirst(onceEach([...byMetadata, ...byValues])).filter(
    ({ kind }) => findGraderKind(kind) !== null,
  );
}

function byShape(facts: DatasetFacts): GraderProposal[] {
  for (const shape of shapes) {
    const proposals = shape(facts);
    if (proposals !== null) return proposals;
  }
  return [];
}

/** Of a list of accepted answers, the first. */
function firstAnswer(expected: unknown): unknown[] {
  const value: unknown = Array.isArray(expected) ? expected[0] : expected;
  return value === undefined || value === null || value === "" ? [] : [value];
}

function onceEach(proposals: readonly GraderProposal[]): GraderProposal[] {
  return [...Map.groupBy(proposals, ({ kind }) => kind).values()].flatMap(([first]) => first ?? []);
}

const costOrder = { free: 0, "own-machine": 1, judge: 2 };

/** Among equally cheap ones, those that decide before those that are recorded. */
function cheapestFirst(proposals: readonly GraderProposal[]): GraderProposal[] {
  const rank = ({ cost, weight }: GraderProposal) => costOrder[cost.type] * 2 + (weight > 0 ? 0 : 1);
  return proposals.toSorted((first, second) => rank(first) - rank(second));
}
