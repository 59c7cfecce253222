-- CreateEnum
CREATE TYPE "RunMeasureKind" AS ENUM ('grader', 'slice', 'latency');

-- CreateTable
CREATE TABLE "run_measure" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" "RunMeasureKind" NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "passed" INTEGER,
    "estimate" DOUBLE PRECISION,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "mean" DOUBLE PRECISION,

    CONSTRAINT "run_measure_pkey" PRIMARY KEY ("run_id","kind","key","value")
);

-- CreateIndex
CREATE INDEX "run_measure_workspace_id_idx" ON "run_measure"("workspace_id");

-- AddForeignKey
ALTER TABLE "run_measure" ADD CONSTRAINT "run_measure_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The measures of runs that have ended before, from their stored scorecards.
INSERT INTO "run_measure" ("workspace_id", "run_id", "kind", "key", "value", "n", "passed", "estimate", "lower", "upper", "mean")
SELECT s."workspace_id", s."run_id", 'grader', g ->> 'graderId', g ->> 'graderVersionId',
    (g ->> 'passed')::int + (g ->> 'failed')::int, (g ->> 'passed')::int, (g #>> '{passRate,estimate}')::float8,
    (g #>> '{passRate,lower}')::float8, (g #>> '{passRate,upper}')::float8, (g ->> 'meanScore')::float8
FROM "scorecard" s CROSS JOIN LATERAL jsonb_array_elements(s."payload" -> 'graders') g
ON CONFLICT DO NOTHING;

INSERT INTO "run_measure" ("workspace_id", "run_id", "kind", "key", "value", "n", "passed", "estimate", "lower", "upper")
SELECT s."workspace_id", s."run_id", 'slice', p ->> 'dimension', p ->> 'value',
    (p #>> '{counts,passed}')::int + (p #>> '{counts,failed}')::int, (p #>> '{counts,passed}')::int, (p #>> '{passRate,estimate}')::float8,
    (p #>> '{passRate,lower}')::float8, (p #>> '{passRate,upper}')::float8
FROM "scorecard" s CROSS JOIN LATERAL jsonb_array_elements(s."payload" -> 'slices') p
WHERE length(p ->> 'dimension') + length(p ->> 'value') <= 400
ON CONFLICT DO NOTHING;

INSERT INTO "run_measure" ("workspace_id", "run_id", "kind", "key", "value", "n", "estimate")
SELECT s."workspace_id", s."run_id", 'latency', q, '', (s."payload" #>> '{latencyMs,n}')::int, (s."payload" #>> ARRAY['latencyMs', q])::float8
FROM "scorecard" s CROSS JOIN (VALUES ('p50'), ('p95')) quantiles(q)
WHERE s."payload" #>> '{latencyMs,n}' IS NOT NULL
ON CONFLICT DO NOTHING;
