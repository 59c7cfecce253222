import type { Context } from "#lib/context/context.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { CaseFilter } from "./case-filter.ts";
import { containsPattern, containsPatternInJson } from "./contains-pattern.ts";

/** The condition on `case_revision r` for the cases that a filter shows. */
export function caseFilterSql(ctx: Context, datasetId: string, filter: CaseFilter): Prisma.Sql {
  const conditions = [
    Prisma.sql`r.dataset_id = ${datasetId}::uuid`,
    Prisma.sql`r.workspace_id = ${ctx.workspaceId}::uuid`,
    ...(filter.version ? versionConditions(filter.version, filter.show) : workingCopyConditions(filter.show)),
  ];
  if (filter.splits.length > 0) conditions.push(Prisma.sql`r.split = any(${[...filter.splits]}::"Split"[])`);
  if (filter.tags.length > 0) conditions.push(Prisma.sql`r.tags @> ${[...filter.tags]}::text[]`);
  if (filter.search.trim() !== "") conditions.push(searchCondition(filter.search));
  return Prisma.join(conditions, " and ");
}

function versionConditions(version: number, show: CaseFilter["show"]): Prisma.Sql[] {
  if (show === "changed") return [Prisma.sql`r.first_version = ${version}`, Prisma.sql`not r.archived`];
  const archived = show === "archived" ? Prisma.sql`r.archived` : Prisma.sql`not r.archived`;
  return [
    Prisma.sql`r.first_version <= ${version}`,
    Prisma.sql`(r.last_version is null or r.last_version >= ${version})`,
    archived,
  ];
}

function workingCopyConditions(show: CaseFilter["show"]): Prisma.Sql[] {
  const head = Prisma.sql`r.is_head`;
  switch (show) {
    case "all":
      return [head, Prisma.sql`not r.archived`];
    case "changed":
      return [head, Prisma.sql`not r.archived`, Prisma.sql`r.first_version is null`];
    case "archived":
      return [head, Prisma.sql`r.archived`];
  }
}

function searchCondition(search: string): Prisma.Sql {
  const inText = containsPattern(search);
  const inJson = containsPatternInJson(search);
  return Prisma.sql`(r.key ilike ${inText} or r.input::text ilike ${inJson} or r.expected::text ilike ${inJson}
    or exists (select 1 from unnest(r.tags) as tag where tag ilike ${inText}))`;
}
