"use client";

import { renameSelfAction } from "#app/(workspace)/settings/account/actions.ts";
import { NameForm } from "#components/settings/name-form.tsx";

export function RenameSelf({ name }: { name: string }) {
  return <NameForm label="Your name" name={name} autoComplete="name" save={renameSelfAction} />;
}
