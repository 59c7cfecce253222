import type { Action } from "#components/ui/use-action.ts";
import type { CaseContentInput } from "#lib/datasets/cases/case-content.ts";
import type { DatasetDetailsInput } from "#lib/datasets/dataset-details.ts";

/** The server actions that the pages of a dataset hand down. */
export type DatasetActions = {
  update: Action<DatasetDetailsInput & { datasetId: string }, { name: string }>;
  archive: Action<{ datasetId: string }, void>;
  restore: Action<{ datasetId: string }, void>;
  publish: Action<{ datasetId: string; note: string }, { number: number; caseCount: number }>;
};

export type CaseActions = {
  add: Action<{ datasetId: string; key: string; content: CaseContentInput }, { key: string }>;
  edit: Action<
    { datasetId: string; key: string; content: CaseContentInput; startedFrom: string },
    { key: string; changed: boolean }
  >;
  archive: Action<{ datasetId: string; keys: string[] }, { keys: string[] }>;
  restore: Action<{ datasetId: string; keys: string[] }, { keys: string[] }>;
  discard: Action<{ datasetId: string; key: string }, { remains: boolean }>;
};
