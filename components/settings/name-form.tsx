"use client";

import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { FormMessage } from "./form-message.tsx";
import { useAction } from "./use-action.ts";

type Answer =
  | { ok: true; value: { name: string } }
  | { ok: false; message: string; fields: Readonly<Record<string, string>> };

export type NameFormProps = {
  label: string;
  name: string;
  /** Why it cannot be changed, for those who may not. */
  lockedBecause?: string;
  autoComplete?: string;
  save: (input: { name: string }) => Promise<Answer>;
};

/** One name and the button that saves it. */
export function NameForm({ label, name, lockedBecause, autoComplete = "off", save }: NameFormProps) {
  const { run, pending, fields, message } = useAction(save, (saved) => {
    toast.success(`The name is now ${saved.name}.`);
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void run({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <FormMessage message={message} />
      <Field label={label} required error={fields.name} hint={lockedBecause}>
        <Input
          name="name"
          defaultValue={name}
          maxLength={100}
          autoComplete={autoComplete}
          disabled={lockedBecause !== undefined}
        />
      </Field>
      {lockedBecause === undefined && (
        <div>
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
