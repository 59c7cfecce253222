import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { StrictMisses } from "../audit-note.ts";
import { type CaseRef, exampleCases } from "./example-cases.ts";
import { peopleSay } from "./people-say.ts";
import type { AuditedRuns } from "./recent-runs.ts";
import { sampledGrades } from "./sampled-grades.ts";

const STRICT = new Set(["exact-match", "json-equal", "squad-exact-match", "quasi-exact"]);
/** Graders of the same task that forgive form: a wording around the answer, its case, its number format. */
const LOOSER = new Set([
  "contains",
  "fuzzy-containment",
  "multiple-choice",
  "numeric",
  "math-equivalence",
  "json-fields",
  "list-match",
  "token-f1",
  "quasi-exact",
  "embedding-similarity",
  "judge-rubric",
  "judge-factuality",
]);

type Row = Omit<StrictMisses, "strictFailures" | "examples"> & { failures: number; examples: CaseRef[] };

/** Answers of the newest run that a strict grader fails and a looser one passes, three of them with their cases. */
export async function readStrictMisses(
  ctx: Context,
  { runs, versions }: AuditedRuns,
): Promise<StrictMisses[]> {
  const [newest] = runs;
  if (newest === undefined) return [];
  const pinned = versions.filter(({ runId }) => runId === newest.id);
  const strict = pinned.filter(({ kind }) => STRICT.has(kind)).map(({ id }) => id);
  const loose = pinned.filter(({ kind }) => LOOSER.has(kind)).map(({ id }) => id);
  if (strict.length === 0 || loose.length === 0) return [];
  const sampled = sampledGrades(ctx, {
    runIds: [newest.id],
    versionIds: [...new Set([...strict, ...loose])],
  });
  const rows = await db().$queryRaw<Row[]>`
    with ${sampled}, ${peopleSay(ctx, [newest.id])}, answers as (
      select case_id, repetition,
        array_agg(grader_version_id) filter (
          where status = 'scored' and not passed and grader_version_id = any(${strict}::uuid[])) as missed,
        array_agg(grader_version_id) filter (where passed and grader_version_id = any(${loose}::uuid[])) as passing
      from sampled group by case_id, repetition
    ), failures as (
      select strict, count(*)::int as failures from answers, unnest(missed) strict group by strict
    ), misses as (
      select strict, loose, count(*)::int as misses,
        count(*) filter (where people.passed)::int as "peoplePass", count(*) filter (where not people.passed)::int as "peopleFail",
        (array_agg(jsonb_build_object('runId', ${newest.id}::uuid, 'caseId', case_id, 'repetition', repetition)
          order by people.passed desc nulls last, case_id, repetition))[1:3] as examples
      from answers left join people using (case_id, repetition), unnest(missed) strict, unnest(passing) loose
      group by strict, loose
    )
    select strict, loose, misses, failures, "peoplePass", "peopleFail", to_jsonb(examples) as examples from misses join failures using (strict)`;
  const toExamples = await exampleCases(
    ctx,
    runs,
    rows.flatMap(({ examples }) => examples),
  );
  return rows.map(({ failures, examples, ...row }) => ({
    ...row,
    strictFailures: failures,
    examples: toExamples(examples),
  }));
}
