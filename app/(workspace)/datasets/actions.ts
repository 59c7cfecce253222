"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type ArchiveDatasetInput, archiveDataset, restoreDataset } from "#lib/datasets/archive-dataset.ts";
import { type AddCaseInput, addCase } from "#lib/datasets/cases/add-case.ts";
import { type ArchiveCasesInput, archiveCases, restoreCases } from "#lib/datasets/cases/archive-cases.ts";
import { type DiscardDraftInput, discardDraft } from "#lib/datasets/cases/discard-draft.ts";
import { type EditCaseInput, editCase } from "#lib/datasets/cases/edit-case.ts";
import { type CreateDatasetInput, createDataset } from "#lib/datasets/create-dataset.ts";
import { type PublishVersionInput, publishVersion } from "#lib/datasets/publish-version.ts";
import { type UpdateDatasetInput, updateDataset } from "#lib/datasets/update-dataset.ts";

/** Lists, the page of a dataset and its counts all show what a verb changed. */
function refresh() {
  revalidatePath("/datasets", "layout");
}

export async function createDatasetAction(input: CreateDatasetInput) {
  return await runAction(async (ctx) => {
    const dataset = await createDataset(ctx, input);
    refresh();
    return dataset;
  });
}

export async function updateDatasetAction(input: UpdateDatasetInput) {
  return await runAction(async (ctx) => {
    const dataset = await updateDataset(ctx, input);
    refresh();
    return dataset;
  });
}

export async function archiveDatasetAction(input: ArchiveDatasetInput) {
  return await runAction(async (ctx) => {
    await archiveDataset(ctx, input);
    refresh();
  });
}

export async function restoreDatasetAction(input: ArchiveDatasetInput) {
  return await runAction(async (ctx) => {
    await restoreDataset(ctx, input);
    refresh();
  });
}

export async function publishVersionAction(input: PublishVersionInput) {
  return await runAction(async (ctx) => {
    const version = await publishVersion(ctx, input);
    refresh();
    return version;
  });
}

export async function addCaseAction(input: AddCaseInput) {
  return await runAction(async (ctx) => {
    const added = await addCase(ctx, input);
    refresh();
    return added;
  });
}

export async function editCaseAction(input: EditCaseInput) {
  return await runAction(async (ctx) => {
    const edited = await editCase(ctx, input);
    refresh();
    return edited;
  });
}

export async function archiveCasesAction(input: ArchiveCasesInput) {
  return await runAction(async (ctx) => {
    const archived = await archiveCases(ctx, input);
    refresh();
    return archived;
  });
}

export async function restoreCasesAction(input: ArchiveCasesInput) {
  return await runAction(async (ctx) => {
    const restored = await restoreCases(ctx, input);
    refresh();
    return restored;
  });
}

export async function discardDraftAction(input: DiscardDraftInput) {
  return await runAction(async (ctx) => {
    const discarded = await discardDraft(ctx, input);
    refresh();
    return discarded;
  });
}
