import { type CorpusMetric, corpusKinds, corpusMetric } from "#lib/graders/kinds/overlap/corpus-metric.ts";
import { intervalOfSums } from "#lib/text/corpus/corpus-interval.ts";
import type { CorpusScore } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";
import { readUnitGroups, type UnitGroups } from "./unit-groups.ts";

const gradersSql = `
  select v.id as "graderVersionId", g.name as grader, v.kind, v.config,
    (select count(*)::int from grade s
     where s.workspace_id = $1 and s.run_id = $2 and s.grader_version_id = v.id and s.status = 'scored') as scored
  from run_grader rg join grader_version v on v.id = rg.grader_version_id join grader g on g.id = v.grader_id
  where rg.workspace_id = $1 and rg.run_id = $2 and v.kind = any($3)
  order by rg.position`;

const sumsSql = ({ group, join }: UnitGroups, width: number) => `
  select count(*)::int as n,
    jsonb_build_array(${Array.from({ length: width }, (_, i) => `sum((s.detail -> 'sums' ->> ${i})::float8)`).join(", ")}) as sums
  from grade s ${join}
  where s.workspace_id = $1 and s.run_id = $2 and s.grader_version_id = $3 and s.status = 'scored'
    and jsonb_typeof(s.detail -> 'sums') = 'array' and jsonb_array_length(s.detail -> 'sums') = ${width}
  group by ${group} order by ${group}`;

type Grader = { graderVersionId: string; grader: string; kind: string; config: unknown; scored: number };
type Group = { n: number; sums: number[] };

const resamples = 1_000;
const seed = 1;

/** Corpus BLEU and chrF of the graders that keep counts, from the counts that their grades have stored. */
export async function readCorpusScores(scope: RunScope): Promise<CorpusScore[]> {
  const graders = await scope.query<Grader>(gradersSql, [corpusKinds]);
  const scores: CorpusScore[] = [];
  for (const grader of graders) {
    const metric = corpusMetric(grader);
    if (metric === null || grader.scored === 0) continue;
    const parts = await readUnitGroups(scope, grader.graderVersionId);
    const groups = await scope.query<Group>(sumsSql(parts, metric.width), [grader.graderVersionId]);
    const score = toScore(grader, metric, groups);
    const { drawn } = parts;
    const units = drawn.groups ? parts.units : groups.length;
    const isBounded = score.lower !== null;
    const resampling = isBounded ? { unit: scope.unit, units, ...drawn, resamples, seed } : null;
    scores.push({ ...score, resampling });
  }
  return scores;
}

function toScore(
  { graderVersionId, grader, scored }: Grader,
  metric: CorpusMetric,
  groups: readonly Group[],
): Omit<CorpusScore, "resampling"> {
  const rows = groups.map(({ sums }) => sums);
  const total = Array.from({ length: metric.width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const interval = intervalOfSums(rows, metric.width, metric.score, { resamples, seed });
  return {
    graderVersionId,
    grader,
    metric: metric.name,
    n: groups.reduce((sum, { n }) => sum + n, 0),
    scored,
    estimate: groups.length === 0 ? null : metric.score(total),
    lower: interval?.percentile.lower ?? null,
    upper: interval?.percentile.upper ?? null,
  };
}
