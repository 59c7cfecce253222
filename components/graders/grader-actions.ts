import type { Action } from "#components/ui/use-action.ts";
import type { CreateGraderInput } from "#lib/graders/create-grader.ts";
import type { SetDatasetGradersInput } from "#lib/graders/set-dataset-graders.ts";
import type { SetGraderArchivedInput } from "#lib/graders/set-grader-archived.ts";
import type { SampleCase } from "#lib/graders/trying/list-sample-cases.ts";
import type { TriedGrade, TryGraderInput } from "#lib/graders/trying/try-grader.ts";
import type { UpdatedGrader, UpdateGraderInput } from "#lib/graders/update-grader.ts";
import type { Page } from "#lib/pagination/page.ts";

/** The server actions that the pages of graders hand down. */
export type TryActions = {
  tryGrader: Action<TryGraderInput, TriedGrade[]>;
  listSampleCases: Action<{ datasetId: string; cursor?: string | null }, Page<SampleCase>>;
};

export type GraderActions = TryActions & {
  create: Action<CreateGraderInput, { id: string }>;
  update: Action<UpdateGraderInput, UpdatedGrader>;
  setArchived: Action<SetGraderArchivedInput, void>;
};

export type DatasetGraderActions = {
  set: Action<SetDatasetGradersInput, void>;
  adopt: Action<{ datasetId: string; kinds?: string[] }, { graderIds: string[] }>;
};
