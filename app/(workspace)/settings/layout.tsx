import type { ReactNode } from "react";
import { findSignedIn } from "#app/_server/page-context.ts";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";

const tabs = [
  { href: "/settings", label: "Workspace" },
  { href: "/settings/members", label: "Members" },
  { href: "/settings/prices", label: "Prices" },
  { href: "/settings/account", label: "Your account" },
  { href: "/settings/sign-in", label: "Sign-in options" },
  { href: "/settings/workspaces", label: "All workspaces" },
];
const adminTabs = [
  ...tabs.slice(0, 3),
  { href: "/settings/budget", label: "Budget" },
  { href: "/settings/api-keys", label: "API keys" },
  ...tabs.slice(3),
  { href: "/settings/audit", label: "Audit log" },
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const signedIn = await findSignedIn();
  if (signedIn === null) return children;
  return (
    <Page>
      <PageHeader
        title="Settings"
        tabs={<LinkTabs label="Parts of the settings" tabs={signedIn.role === "admin" ? adminTabs : tabs} />}
      />
      {children}
    </Page>
  );
}
