"use client";

import type { FormEvent } from "react";
import { createApiKeyAction } from "#app/(workspace)/settings/api-keys/actions.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { keyLifetimes, keyRoles } from "./key-choices.ts";

export type CreateKeyFormProps = { onCreated: (created: { name: string; secret: string }) => void };

export function CreateKeyForm({ onCreated }: CreateKeyFormProps) {
  const { run, pending, fields, message } = useAction(createApiKeyAction, onCreated);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = keyRoles.find(({ value }) => value === form.get("role"));
    const lifetime = keyLifetimes.find(({ value }) => value === form.get("lifetime"));
    void run({
      name: String(form.get("name") ?? ""),
      role: role?.value ?? "viewer",
      expiresInDays: lifetime === undefined ? 90 : lifetime.days,
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage message={message} />
      <Field label="Name" required hint="Where it is used: Release pipeline" error={fields.name}>
        <Input name="name" autoComplete="off" maxLength={80} />
      </Field>
      <Field
        label="Role"
        hint="An editor's key starts runs, evaluates gates and changes policies; a viewer's key reads."
        error={fields.role}
      >
        <NativeSelect name="role" defaultValue="editor">
          {keyRoles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Works for" error={fields.expiresInDays}>
        <NativeSelect name="lifetime" defaultValue="90-days">
          {keyLifetimes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={pending}>
          Create the key
        </Button>
      </div>
    </form>
  );
}
