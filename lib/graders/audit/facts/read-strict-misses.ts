import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { ExampleCase, StrictMisses } from "../audit-note.ts";
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
const EXAMPLES = 3;

type Row = { strict: string; loose: string; misses: number; failures: number; examples: Example[] };
type Example = { key: string; repetition: number };

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
    with ${sampled}, missed as (
      select x.grader_version_id as strict, y.grader_version_id as loose, x.case_id, x.repetition,
        row_number() over (partition by x.grader_version_id, y.grader_version_id order by x.case_id, x.repetition) as place
      from sampled x join sampled y on y.case_id = x.case_id and y.repetition = x.repetition
      where x.grader_version_id = any(${strict}::uuid[]) and y.grader_version_id = any(${loose}::uuid[])
        and x.grader_version_id <> y.grader_version_id and x.status = 'scored' and not x.passed and y.passed
    )
    select m.strict, m.loose, count(*)::int as misses,
      (select count(*)::int from sampled s where s.grader_version_id = m.strict and s.status = 'scored' and not s.passed)
        as failures,
      jsonb_agg(jsonb_build_object('key', c.key, 'repetition', m.repetition) order by m.place)
        filter (where m.place <= ${EXAMPLES}) as examples
    from missed m left join "case" c on c.id = m.case_id and m.place <= ${EXAMPLES}
    group by m.strict, m.loose`;
  const toExample = (example: Example): ExampleCase => ({
    ...example,
    runId: newest.id,
    runNumber: newest.number,
  });
  return rows.map(({ failures, examples, ...row }) => ({
    ...row,
    strictFailures: failures,
    examples: examples.map(toExample),
  }));
}
