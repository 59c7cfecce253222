-- What a grade was paid for: calls of a judge or of an embedding model. A cost that is null beside a usage is unknown, not nothing.
ALTER TABLE "grade" ADD COLUMN "usage" JSONB, ADD COLUMN "cost_micro_usd" INTEGER;

ALTER TABLE "run_shard" ADD COLUMN "judge_calls" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "judge_cost_micro_usd" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "judge_cost_unknown" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "cached_embedding" (
    "workspace_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "vector" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cached_embedding_pkey" PRIMARY KEY ("workspace_id","connection_id","model","text_hash")
);

-- CreateTable
CREATE TABLE "signing_secret" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "signing_secret_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signing_secret_workspace_id_idx" ON "signing_secret"("workspace_id");

-- AddForeignKey
ALTER TABLE "cached_embedding" ADD CONSTRAINT "cached_embedding_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_secret" ADD CONSTRAINT "signing_secret_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
