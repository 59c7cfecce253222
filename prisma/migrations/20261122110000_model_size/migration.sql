-- How many billions of parameters a model has, and how many of them work on one token, as the team says. Null is not said.
ALTER TABLE "model" ADD COLUMN "parameters_billion" DOUBLE PRECISION,
  ADD COLUMN "active_parameters_billion" DOUBLE PRECISION;
