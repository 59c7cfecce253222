"use client";

import type { Action } from "#components/ui/use-action.ts";
import type { CreatedModel, CreateModelInput } from "#lib/models/create-model.ts";
import { ModelForm, type ModelFormProps } from "./model-form.tsx";
import type { SaveModel } from "./model-form-actions.ts";

export type NewModelFormProps = Omit<ModelFormProps, "save" | "submitLabel" | "cancelHref"> & {
  create: Action<CreateModelInput, CreatedModel>;
};

export function NewModelForm({ create, ...props }: NewModelFormProps) {
  const save: SaveModel = async (input) => {
    const result = await create(input);
    if (!result.ok) return result;
    const { id, name } = result.value;
    return { ok: true, value: { href: `/models/${id}`, message: `Model "${name}" created.` } };
  };
  return <ModelForm {...props} save={save} submitLabel="Create model" cancelHref="/models" />;
}
