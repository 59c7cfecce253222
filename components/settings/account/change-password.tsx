"use client";

import { type FormEvent, useRef } from "react";
import { changePasswordAction } from "#app/(workspace)/settings/account/actions.ts";
import { startSession } from "#components/auth/start-session.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export function ChangePassword({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { run, pending, fields, message } = useAction(changeAndStay, () => {
    form.current?.reset();
    toast.success("The password was changed. Every other browser is signed out.");
  });

  /** A new password ends all sessions, this one too, so this browser begins another one. */
  async function changeAndStay(input: { oldPassword: string; newPassword: string }) {
    const result = await changePasswordAction(input);
    if (result.ok) await startSession({ method: "password", email, password: input.newPassword });
    return result;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    void run({ oldPassword: text("oldPassword"), newPassword: text("newPassword") });
  }

  return (
    <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-3">
      <FormMessage message={message} />
      {/* Password managers look for the account that a new password belongs to. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Present password" required error={fields.oldPassword}>
        <Input name="oldPassword" type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <Field label="New password" required hint="At least 10 characters." error={fields.newPassword}>
        <Input
          name="newPassword"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
        />
      </Field>
      <div>
        <Button type="submit" loading={pending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
