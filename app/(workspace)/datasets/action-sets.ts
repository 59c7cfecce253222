import type { CaseActions, DatasetActions } from "#components/datasets/dataset-actions.ts";
import {
  addCaseAction,
  archiveCasesAction,
  archiveDatasetAction,
  discardDraftAction,
  editCaseAction,
  publishVersionAction,
  restoreCasesAction,
  restoreDatasetAction,
  updateDatasetAction,
} from "./actions.ts";

export const datasetActions: DatasetActions = {
  update: updateDatasetAction,
  archive: archiveDatasetAction,
  restore: restoreDatasetAction,
  publish: publishVersionAction,
};

export const caseActions: CaseActions = {
  add: addCaseAction,
  edit: editCaseAction,
  archive: archiveCasesAction,
  restore: restoreCasesAction,
  discard: discardDraftAction,
};
