import { containsPattern, containsPatternInJson } from "#lib/datasets/cases/contains-pattern.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { comparedRepetition, sameQuestion } from "../pairs/pair-sql.ts";
import type { Bucket } from "../rules/bucket.ts";
import type { CaseScope } from "./case-scope.ts";
import type { ComparedCaseFilter } from "./compared-case-filter.ts";

const same = Prisma.raw(`(${sameQuestion})`);

/**
 * The cases of two runs that a filter shows: `c` with the attempts `a` and `b`, either of which may be missing, and the revision `r`.
 * Walks the cases in their order, so that a page looks up few attempts; where the bucket names verdicts, the join on them becomes an
 * inner one and the database may start from the rarer verdict instead.
 */
export function comparedCaseSql(scope: Omit<CaseScope, "runs">, filter: ComparedCaseFilter): Prisma.Sql {
  const { workspaceId } = scope;
  const datasets = [...new Set(scope.datasetIds)];
  const [first = ""] = datasets;
  const inDataset =
    datasets.length === 1
      ? Prisma.sql`c.dataset_id = ${first}::uuid`
      : Prisma.sql`c.dataset_id = any(${datasets}::uuid[])`;
  const conditions = [
    Prisma.sql`c.workspace_id = ${workspaceId}::uuid`,
    inDataset,
    ...bucketConditions(filter),
  ];
  if (filter.search.trim() !== "") conditions.push(searchCondition(filter.search));
  return Prisma.sql`"case" c
    left join attempt a on ${joined("a", workspaceId, filter.baselineId)}
    left join attempt b on ${joined("b", workspaceId, filter.candidateId)}
    ${filter.graderVersionId ? gradeJoins(filter.graderVersionId) : Prisma.empty}
    left join case_revision r on r.id = coalesce(a.case_revision_id, b.case_revision_id)
    where ${Prisma.join(conditions, " and ")}`;
}

function joined(alias: "a" | "b", workspaceId: string, runId: string): Prisma.Sql {
  const column = Prisma.raw(alias);
  return Prisma.sql`${column}.workspace_id = ${workspaceId}::uuid and ${column}.run_id = ${runId}::uuid
    and ${column}.case_id = c.id and ${column}.repetition = ${comparedRepetition}`;
}

function gradeJoins(graderVersionId: string): Prisma.Sql {
  const join = (alias: "a" | "b") => Prisma.sql`left join grade ${Prisma.raw(`g${alias}`)} on
    ${Prisma.raw(`(g${alias}.run_id, g${alias}.case_id, g${alias}.repetition) = (${alias}.run_id, ${alias}.case_id, ${alias}.repetition)`)}
    and ${Prisma.raw(`g${alias}`)}.grader_version_id = ${graderVersionId}::uuid`;
  return Prisma.sql`${join("a")} ${join("b")}`;
}

function bucketConditions({ bucket, graderVersionId }: ComparedCaseFilter): Prisma.Sql[] {
  const passes = graderVersionId
    ? (alias: "a" | "b") => `g${alias}.passed`
    : (alias: "a" | "b") => `(${alias}.verdict = 'passed')`;
  const fails = graderVersionId
    ? (alias: "a" | "b") => `not g${alias}.passed`
    : (alias: "a" | "b") => `${alias}.verdict = 'failed'`;
  const judged = (alias: "a" | "b") => `((${passes(alias)}) is true or (${fails(alias)}) is true)`;
  const both = "a.case_id is not null and b.case_id is not null";
  const texts: Record<Bucket, string> = {
    fixed: `${fails("a")} and ${passes("b")}`,
    broken: `${passes("a")} and ${fails("b")}`,
    both_pass: `${passes("a")} and ${passes("b")}`,
    both_fail: `${fails("a")} and ${fails("b")}`,
    not_judged: `${both} and not (${judged("a")} and ${judged("b")})`,
    changed: `${both}`,
    only_a: "a.case_id is not null and b.case_id is null",
    only_b: "a.case_id is null and b.case_id is not null",
  };
  switch (bucket) {
    case null:
    case undefined:
      return [Prisma.sql`(a.case_id is not null or b.case_id is not null)`];
    case "only_a":
    case "only_b":
      return [Prisma.raw(texts[bucket])];
    case "changed":
      return [Prisma.raw(texts[bucket]), Prisma.sql`not ${same}`];
    default:
      return [Prisma.raw(texts[bucket]), same];
  }
}

function searchCondition(search: string): Prisma.Sql {
  const inText = containsPattern(search);
  const inJson = containsPatternInJson(search);
  return Prisma.sql`(c.key ilike ${inText} or a.output ilike ${inText} or b.output ilike ${inText}
    or r.input::text ilike ${inJson} or r.expected::text ilike ${inJson})`;
}
