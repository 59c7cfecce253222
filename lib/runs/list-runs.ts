import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { containsPattern } from "#lib/datasets/cases/contains-pattern.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { runSorts } from "./run-list-params.ts";
import type { RunStateName } from "./run-progress.ts";
import { runStateGroups, statesOfGroup } from "./run-state.ts";

export const listRunsInput = pageInputSchema.extend({
  /** In the names of model, dataset and experiment; a number finds the run with it. */
  search: z.string().max(200).default(""),
  datasetId: idSchema.nullish(),
  modelId: idSchema.nullish(),
  experimentId: idSchema.nullish(),
  /** None named means all. */
  states: z.array(z.enum(runStateGroups)).default([]),
  sort: z.enum(runSorts).default("number"),
  direction: z.enum(["ascending", "descending"]).default("descending"),
});
export type ListRunsInput = z.input<typeof listRunsInput>;

export type RunRow = {
  id: string;
  number: number;
  state: RunStateName;
  model: { id: string; name: string; version: number };
  dataset: { id: string; name: string; version: number };
  experiment: { id: string; name: string };
  planned: number;
  passed: number;
  failed: number;
  errored: number;
  unscored: number;
  /** With its 95 % Wilson interval; null until the run has ended, and where nothing was scored. */
  passRate: { estimate: number; lower: number; upper: number; n: number } | null;
  latencyP95Ms: number | null;
  /** Null when the cost of an answer is not known. */
  costMicroUsd: number | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  createdBy: string;
};

type Found = Omit<RunRow, "passRate" | "model" | "dataset" | "experiment"> & {
  place: number;
  modelId: string;
  modelName: string;
  modelVersion: number;
  datasetId: string;
  datasetName: string;
  datasetVersion: number;
  experimentId: string;
  experimentName: string;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
};

/** The runs of the workspace with what is known of them so far: counts while they run, the scorecard's figures afterwards. */
export async function listRuns(ctx: Context, input: ListRunsInput = {}): Promise<Page<RunRow>> {
  const { cursor, limit, sort, direction, ...filter } = parseInput(listRunsInput, input);
  const order = Prisma.raw(direction === "ascending" ? "asc" : "desc");
  const place = placeSql(sort, direction);
  const rows = await db().$queryRaw<Found[]>`
    with page as (
      select r.id, r.number, ${place} as place
      from run r
      join model_version mv on mv.id = r.model_version_id
      join model m on m.id = mv.model_id
      join dataset d on d.id = r.dataset_id
      join experiment e on e.id = r.experiment_id
      left join scorecard sc on sc.run_id = r.id
      where ${conditions(ctx, filter)} ${afterCursor(cursor, place, direction)}
      order by place ${order}, number ${order} limit ${limit + 1}
    )
    select p.place, r.id, r.number, r.state::text, r.planned, r.created_at as "createdAt", r.started_at as "startedAt",
      r.finished_at as "finishedAt", r.created_by as "createdBy",
      m.id as "modelId", m.name as "modelName", mv.number as "modelVersion",
      d.id as "datasetId", d.name as "datasetName", dv.number as "datasetVersion",
      e.id as "experimentId", e.name as "experimentName",
      coalesce(sc.passed, s.passed) as passed, coalesce(sc.failed, s.failed) as failed,
      coalesce(sc.errored, s.errored) as errored, coalesce(sc.unscored, s.unscored) as unscored,
      sc.pass_rate as estimate, sc.pass_rate_lower as lower, sc.pass_rate_upper as upper,
      sc.latency_p95_ms as "latencyP95Ms",
      case when s.unknown > 0 then null else s.cost end as "costMicroUsd"
    from page p
    join run r on r.id = p.id
    join model_version mv on mv.id = r.model_version_id
    join model m on m.id = mv.model_id
    join dataset_version dv on dv.id = r.dataset_version_id
    join dataset d on d.id = r.dataset_id
    join experiment e on e.id = r.experiment_id
    left join scorecard sc on sc.run_id = r.id
    cross join lateral (
      select coalesce(sum(passed), 0)::int as passed, coalesce(sum(failed), 0)::int as failed,
        coalesce(sum(errored), 0)::int as errored, coalesce(sum(unscored), 0)::int as unscored,
        coalesce(sum(cost_micro_usd), 0)::float8 as cost, coalesce(sum(cost_unknown), 0)::int as unknown
      from run_shard where run_id = r.id
    ) s
    order by p.place ${order}, p.number ${order}`;
  const nameOf = await actorNames(
    ctx,
    rows.map((row) => row.createdBy),
  );
  return toPage(
    rows,
    limit,
    (row) => `${row.place}:${row.number}`,
    (row) => toRow(row, nameOf),
  );
}

type Filter = Pick<
  z.output<typeof listRunsInput>,
  "search" | "datasetId" | "modelId" | "experimentId" | "states"
>;

function conditions(ctx: Context, filter: Filter): Prisma.Sql {
  const all = [Prisma.sql`r.workspace_id = ${ctx.workspaceId}::uuid`];
  if (filter.datasetId) all.push(Prisma.sql`r.dataset_id = ${filter.datasetId}::uuid`);
  if (filter.modelId) all.push(Prisma.sql`m.id = ${filter.modelId}::uuid`);
  if (filter.experimentId) all.push(Prisma.sql`r.experiment_id = ${filter.experimentId}::uuid`);
  if (filter.states.length > 0) {
    const states = filter.states.flatMap((group) => [...statesOfGroup[group]]);
    all.push(Prisma.sql`r.state = any(${states}::"RunState"[])`);
  }
  const search = filter.search.trim();
  if (search !== "") {
    const number = /^(?:run\s*)?#?(\d{1,9})$/i.exec(search)?.[1];
    const named = containsPattern(search);
    all.push(
      Prisma.sql`(m.name ilike ${named} or d.name ilike ${named} or e.name ilike ${named} or r.number = ${Number(number ?? -1)})`,
    );
  }
  return Prisma.join(all, " and ");
}

/** What the list is sorted by. Runs without the value come last in both directions. */
function placeSql(sort: (typeof runSorts)[number], direction: string): Prisma.Sql {
  const missing = Prisma.raw(direction === "ascending" ? "'infinity'::float8" : "'-infinity'::float8");
  switch (sort) {
    case "number":
      return Prisma.sql`r.number::float8`;
    case "passRate":
      return Prisma.sql`coalesce(sc.pass_rate, ${missing})`;
    case "latency":
      return Prisma.sql`coalesce(sc.latency_p95_ms, ${missing})`;
    case "cost":
      return Prisma.sql`coalesce(sc.cost_micro_usd::float8, ${missing})`;
    case "duration":
      return Prisma.sql`coalesce(extract(epoch from r.finished_at - r.started_at)::float8, ${missing})`;
  }
}

function afterCursor(cursor: string | null | undefined, place: Prisma.Sql, direction: string): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const match = /^(-?(?:[\d.]+(?:e[+-]?\d+)?|Infinity)):(\d{1,9})$/.exec(cursor);
  if (match === null || Number.isNaN(Number(match[1]))) {
    throw new AppError("invalid", "The cursor does not belong to this list.");
  }
  const beyond = Prisma.raw(direction === "ascending" ? ">" : "<");
  return Prisma.sql`and (${place}, r.number) ${beyond} (${match[1]}::float8, ${Number(match[2])}::int)`;
}

function toRow(row: Found, nameOf: (actor: string) => string): RunRow {
  const { estimate, lower, upper } = row;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    model: { id: row.modelId, name: row.modelName, version: row.modelVersion },
    dataset: { id: row.datasetId, name: row.datasetName, version: row.datasetVersion },
    experiment: { id: row.experimentId, name: row.experimentName },
    planned: row.planned,
    passed: row.passed,
    failed: row.failed,
    errored: row.errored,
    unscored: row.unscored,
    passRate:
      estimate === null || lower === null || upper === null
        ? null
        : { estimate, lower, upper, n: row.passed + row.failed },
    latencyP95Ms: row.latencyP95Ms,
    costMicroUsd: row.costMicroUsd,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    createdBy: nameOf(row.createdBy),
  };
}
