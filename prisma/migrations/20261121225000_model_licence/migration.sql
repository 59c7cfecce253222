-- Under which licence a model may be used, in the words of the team. Empty is not known.
ALTER TABLE "model" ADD COLUMN "licence" TEXT NOT NULL DEFAULT '';
