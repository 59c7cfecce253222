-- The tokens of a run, so that they can be summed over all runs without reading the payloads, which are large.
ALTER TABLE "scorecard" ADD COLUMN "prompt_tokens" BIGINT, ADD COLUMN "completion_tokens" BIGINT;

UPDATE "scorecard" SET
  "prompt_tokens" = ("payload" -> 'tokens' ->> 'prompt')::float8::bigint,
  "completion_tokens" = ("payload" -> 'tokens' ->> 'completion')::float8::bigint;
