import type { Metadata } from "next";
import { outsideProviderNames } from "#app/_server/outside-providers.ts";
import { pageContext } from "#app/_server/page-context.ts";
import { SignInOptions } from "#components/settings/sign-in-options.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { env } from "#lib/env/env.ts";

export const metadata: Metadata = { title: "Sign-in options" };

export default async function SignInOptionsPage() {
  await pageContext();
  const { TOUCHSTONE_URL, PORT } = env();
  return (
    <Card
      title="Ways to sign in"
      description="Set for the whole installation with environment variables; a restart applies them. An outside account signs in only people who have been invited here, by their confirmed e-mail address."
      flush
    >
      <SignInOptions
        active={outsideProviderNames()}
        origin={(TOUCHSTONE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "")}
      />
    </Card>
  );
}
