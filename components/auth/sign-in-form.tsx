"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { startSession } from "./start-session.ts";

export type SignInFormProps = {
  /** A path of this site, checked on the server. */
  next: string;
  notice?: string | null;
  email?: string;
};

export function SignInForm({ next, notice, email = "" }: SignInFormProps) {
  const [failure, setFailure] = useState(notice ?? null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setFailure(null);
    const problem = await startSession({
      method: "password",
      email: String(form.get("email") ?? ""),
      password: String(form.get("password") ?? ""),
    });
    if (problem === null) return window.location.assign(next);
    setFailure(problem);
    setPending(false);
  }

  return (
    // POST, so that a press before the page is ready does not put the password into the address.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {failure && (
        <Alert tone="danger" live>
          {failure}
        </Alert>
      )}
      <Field label="E-mail address" required>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          maxLength={254}
          autoFocus
        />
      </Field>
      <Field label="Password" required>
        <Input name="password" type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        Sign in
      </Button>
    </form>
  );
}
