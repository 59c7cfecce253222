-- Drafts are few and are counted on every page of a dataset.
CREATE INDEX "case_revision_drafts" ON "case_revision"("dataset_id") WHERE "first_version" IS NULL;
