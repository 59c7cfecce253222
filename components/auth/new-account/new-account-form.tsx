"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { startSession } from "../start-session.ts";
import { NewAccountFields } from "./new-account-fields.tsx";

type Answer =
  | { ok: true; value: { email: string } }
  | { ok: false; message: string; fields: Readonly<Record<string, string>> };

export type NewAccountFormProps = {
  token: string;
  email?: string;
  submitLabel: ReactNode;
  create: (input: { token: string; name: string; email: string; password: string }) => Promise<Answer>;
};

/** Makes the account, signs in with it, and opens the workspace. */
export function NewAccountForm({ token, email, submitLabel, create }: NewAccountFormProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    setPending(true);
    setFailure(null);
    setFields({});
    const password = text("password");
    const answer = await create({ token, name: text("name"), email: text("email"), password }).catch(
      () => null,
    );
    if (answer?.ok) {
      const problem = await startSession({ method: "password", email: answer.value.email, password });
      return window.location.replace(problem === null ? "/" : "/sign-in");
    }
    setFailure(answer?.message ?? "The server could not be reached. Check your connection and try again.");
    setFields(answer?.fields ?? {});
    setPending(false);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {failure && Object.keys(fields).length === 0 && (
        <Alert tone="danger" live>
          {failure}
        </Alert>
      )}
      <NewAccountFields fields={fields} email={email} />
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {submitLabel}
      </Button>
    </form>
  );
}
