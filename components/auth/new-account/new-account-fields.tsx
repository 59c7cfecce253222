"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type NewAccountFieldsProps = {
  fields: Readonly<Record<string, string>>;
  /** The address that an invitation is for; it cannot be changed. */
  email?: string;
};

/** Name, e-mail address and password of somebody new. */
export function NewAccountFields({ fields, email }: NewAccountFieldsProps) {
  return (
    <>
      <Field label="Your name" required error={fields.name}>
        <Input name="name" autoComplete="name" maxLength={100} autoFocus />
      </Field>
      <Field label="E-mail address" required error={fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          defaultValue={email}
          readOnly={email !== undefined}
        />
      </Field>
      <Field label="Password" required hint="At least 10 characters." error={fields.password}>
        <Input name="password" type="password" autoComplete="new-password" minLength={10} maxLength={200} />
      </Field>
    </>
  );
}
