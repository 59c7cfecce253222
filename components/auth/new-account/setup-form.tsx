"use client";

import { completeSetupAction } from "#app/(auth)/setup/actions.ts";
import { NewAccountForm } from "./new-account-form.tsx";

export function SetupForm({ token }: { token: string }) {
  return <NewAccountForm token={token} submitLabel="Create the account" create={completeSetupAction} />;
}
