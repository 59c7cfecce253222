"use client";

import { acceptInvitationAction } from "#app/(auth)/invitation/actions.ts";
import { NewAccountForm } from "./new-account-form.tsx";

export function InvitationForm({ token, email }: { token: string; email: string }) {
  return (
    <NewAccountForm
      token={token}
      email={email}
      submitLabel="Create the account and join"
      create={acceptInvitationAction}
    />
  );
}
