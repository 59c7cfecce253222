import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { SignOutButton } from "#components/auth/sign-out-button.tsx";
import { ChangePassword } from "#components/settings/account/change-password.tsx";
import { RenameSelf } from "#components/settings/account/rename-self.tsx";
import { Card } from "#components/ui/layout/card.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { user } = await pageContext();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <Card title="Name" description="Others see it beside what you did.">
        <RenameSelf name={user.name} />
      </Card>
      <Card
        title="Password"
        description={`For signing in as ${user.email}. A new one signs out every other browser.`}
      >
        <ChangePassword email={user.email} />
      </Card>
      <Card title="Session" description="Ends the session of this browser only.">
        <SignOutButton />
      </Card>
    </div>
  );
}
