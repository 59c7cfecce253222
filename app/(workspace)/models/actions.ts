"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type ArchiveModelInput, archiveModel } from "#lib/models/archive-model.ts";
import { type CreateModelInput, createModel } from "#lib/models/create-model.ts";
import { type RestoreModelInput, restoreModel } from "#lib/models/restore-model.ts";
import { type SetModelLicenceInput, setModelLicence } from "#lib/models/set-model-licence.ts";
import { type SetModelSizeInput, setModelSize } from "#lib/models/size/set-model-size.ts";
import {
  type CheckTemplateAgainstDatasetInput,
  checkTemplateAgainstDataset,
} from "#lib/models/template/check-template-against-dataset.ts";
import { type ListSampleCasesInput, listSampleCases } from "#lib/models/template/list-sample-cases.ts";
import { type TryModelInput, tryModel } from "#lib/models/try-model.ts";
import { type UpdateModelInput, updateModel } from "#lib/models/update-model.ts";

export const createModelAction = async (input: CreateModelInput) =>
  runAction(async (ctx) => {
    const value = await createModel(ctx, input);
    revalidatePath("/models", "layout");
    return value;
  });

export const updateModelAction = async (input: UpdateModelInput) =>
  runAction(async (ctx) => {
    const value = await updateModel(ctx, input);
    revalidatePath("/models", "layout");
    return value;
  });

export const archiveModelAction = async (input: ArchiveModelInput) =>
  runAction(async (ctx) => {
    await archiveModel(ctx, input);
    revalidatePath("/models", "layout");
  });

export const restoreModelAction = async (input: RestoreModelInput) =>
  runAction(async (ctx) => {
    await restoreModel(ctx, input);
    revalidatePath("/models", "layout");
  });

export const setModelLicenceAction = async (input: SetModelLicenceInput) =>
  runAction(async (ctx) => {
    await setModelLicence(ctx, input);
    revalidatePath("/models", "layout");
  });

export const setModelSizeAction = async (input: SetModelSizeInput) =>
  runAction(async (ctx) => {
    await setModelSize(ctx, input);
    revalidatePath("/models", "layout");
  });

export const tryModelAction = async (input: TryModelInput) => runAction((ctx) => tryModel(ctx, input));

export const checkTemplateAction = async (input: CheckTemplateAgainstDatasetInput) =>
  runAction((ctx) => checkTemplateAgainstDataset(ctx, input));

export const listSampleCasesAction = async (input: ListSampleCasesInput) =>
  runAction((ctx) => listSampleCases(ctx, input));
