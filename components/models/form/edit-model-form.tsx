"use client";

import type { Action } from "#components/ui/use-action.ts";
import type { UpdatedModel, UpdateModelInput } from "#lib/models/update-model.ts";
import { ModelForm, type ModelFormProps } from "./model-form.tsx";
import type { SaveModel } from "./model-form-actions.ts";

export type EditModelFormProps = Omit<ModelFormProps, "save" | "submitLabel" | "cancelHref"> & {
  modelId: string;
  update: Action<UpdateModelInput, UpdatedModel>;
};

export function EditModelForm({ modelId, update, ...props }: EditModelFormProps) {
  const href = `/models/${modelId}`;
  const save: SaveModel = async (input) => {
    const result = await update({ ...input, modelId });
    return result.ok ? { ok: true, value: { href, message: messageOf(result.value) } } : result;
  };
  return <ModelForm {...props} save={save} submitLabel="Save as new version" cancelHref={href} />;
}

function messageOf({ isNewVersion, versionNumber }: UpdatedModel): string {
  return isNewVersion
    ? `Version ${versionNumber} created. Older runs keep the version they had.`
    : `Saved. The content is that of version ${versionNumber}, so there is no new version.`;
}
