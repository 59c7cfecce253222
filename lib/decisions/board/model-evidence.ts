import type { Evidence } from "#lib/gates/evaluate/evidence.ts";
import type { Candidate } from "./board-schema.ts";

/** A model's run with what is known of it; the figures of the board are computed from its evidence. */
export type ModelEvidence = Pick<
  Candidate,
  | "run"
  | "model"
  | "datasetVersion"
  | "graders"
  | "hosting"
  | "licence"
  | "prices"
  | "parametersBillion"
  | "size"
> & { evidence: Evidence };
