import { isPaidSql } from "#lib/runs/spending/is-paid-sql.ts";
import type { Counts, Scorecard } from "../scorecard.ts";
import type { UnitGroup } from "./rates/read-units.ts";
import type { Timed } from "./read-latency.ts";
import type { RunScope } from "./run-scope.ts";

type Row = {
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  prompt: number;
  completion: number;
  cached: number;
  reasoning: number;
  n: number;
  cachedN: number;
  reasoningN: number;
  costMicroUsd: number;
  costKnown: number;
  costUnknown: number;
  paidMicroUsd: number;
  paid: number;
  savedMicroUsd: number;
  fromCache: number;
  unpriced: number;
  costSquares: number;
  passedCost: number;
  passedCostSquares: number;
  timed: number;
  firstTimed: number;
  speeds: number;
  fastestMs: number | null;
  slowestMs: number | null;
};

const sql = `
  select
    count(*) filter (where verdict = 'passed')::int as passed,
    count(*) filter (where verdict = 'failed')::int as failed,
    count(*) filter (where verdict = 'unscored')::int as unscored,
    count(*) filter (where verdict = 'errored')::int as errored,
    coalesce(sum(prompt_tokens), 0)::float8 as prompt, coalesce(sum(completion_tokens), 0)::float8 as completion,
    coalesce(sum(cached_tokens), 0)::float8 as cached, coalesce(sum(reasoning_tokens), 0)::float8 as reasoning,
    count(completion_tokens)::int as n, count(cached_tokens)::int as "cachedN", count(reasoning_tokens)::int as "reasoningN",
    coalesce(sum(cost_micro_usd), 0)::float8 as "costMicroUsd", count(cost_micro_usd)::int as "costKnown",
    count(*) filter (where outcome = 'answered' and cost_micro_usd is null)::int as "costUnknown",
    coalesce(sum(cost_micro_usd) filter (where ${isPaidSql}), 0)::float8 as "paidMicroUsd",
    count(cost_micro_usd) filter (where ${isPaidSql})::int as paid,
    coalesce(sum(cost_micro_usd) filter (where from_cache), 0)::float8 as "savedMicroUsd",
    count(*) filter (where from_cache)::int as "fromCache",
    count(*) filter (where outcome = 'answered' and cost_micro_usd is null and ${isPaidSql})::int as unpriced,
    coalesce(sum(cost_micro_usd::float8 * cost_micro_usd), 0) as "costSquares",
    coalesce(sum(cost_micro_usd) filter (where verdict = 'passed'), 0)::float8 as "passedCost",
    coalesce(sum(cost_micro_usd::float8 * cost_micro_usd) filter (where verdict = 'passed'), 0) as "passedCostSquares",
    count(latency_ms) filter (where outcome = 'answered')::int as timed,
    count(time_to_first_token_ms) filter (where outcome = 'answered')::int as "firstTimed",
    count(completion_tokens) filter (where outcome = 'answered' and latency_ms <> 0)::int as speeds,
    min(latency_ms) filter (where outcome = 'answered') as "fastestMs",
    max(latency_ms) filter (where outcome = 'answered') as "slowestMs"
  from attempt where workspace_id = $1 and run_id = $2`;

export type Totals = Pick<Scorecard, "tokens" | "cost" | "bill"> & {
  counts: Omit<Counts, "planned" | "missing">;
  /** Attempts that passed and those that did not, as units of one attempt each. */
  groups: UnitGroup[];
  timed: Timed;
};

/** Counts, tokens and money of a run, in one pass over its attempts. */
export async function readTotals(scope: RunScope): Promise<Totals> {
  const [row] = await scope.query<Row>(sql);
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  const { prompt, completion, cached, reasoning, n, cachedN, reasoningN } = row;
  return {
    counts: { passed: row.passed, failed: row.failed, unscored: row.unscored, errored: row.errored },
    tokens: { prompt, completion, cached, reasoning, n, cachedN, reasoningN },
    cost: { knownMicroUsd: row.costMicroUsd, known: row.costKnown, unknown: row.costUnknown },
    bill: {
      paidMicroUsd: row.paidMicroUsd,
      paid: row.paid,
      savedMicroUsd: row.savedMicroUsd,
      fromCache: row.fromCache,
      unknown: row.unpriced,
    },
    groups: groupsOf(row),
    timed: {
      n: row.timed,
      firstN: row.firstTimed,
      speedN: row.speeds,
      fromMs: row.fastestMs ?? 0,
      toMs: row.slowestMs ?? 0,
    },
  };
}

function groupsOf(row: Row): UnitGroup[] {
  const scored = { attempted: 1, scored: 1 };
  const others = row.unscored + row.errored;
  // Costs of what failed and of what has no verdict are not told apart: both are units without a pass.
  return [
    {
      ...scored,
      passed: 1,
      units: row.passed,
      timed: 0,
      cost: row.passedCost,
      costSquares: row.passedCostSquares,
    },
    {
      ...scored,
      passed: 0,
      units: row.failed + others,
      timed: 0,
      cost: row.costMicroUsd - row.passedCost,
      costSquares: row.costSquares - row.passedCostSquares,
    },
  ];
}
