"use client";

import type { FormEvent } from "react";
import { inviteMemberAction } from "#app/(workspace)/settings/members/actions.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { roleOptions } from "./role-options.ts";

export type InviteFormProps = { onInvited: (invitation: { email: string; path: string }) => void };

export function InviteForm({ onInvited }: InviteFormProps) {
  const { run, pending, fields, message } = useAction(inviteMemberAction, onInvited);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = roleOptions.find((option) => option.value === form.get("role"));
    void run({ email: String(form.get("email") ?? ""), role: role?.value ?? "viewer" });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage message={message} />
      <Field label="E-mail address" required error={fields.email}>
        <Input name="email" type="email" autoComplete="off" maxLength={254} />
      </Field>
      <Field
        label="Role"
        hint="Viewers read; reviewers give labels; editors change and run; admins manage members and keys."
        error={fields.role}
      >
        <NativeSelect name="role" defaultValue="editor">
          {roleOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={pending}>
          Make the link
        </Button>
      </div>
    </form>
  );
}
