import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { LeaveWorkspace } from "#components/settings/workspace/leave-workspace.tsx";
import { RenameWorkspace } from "#components/settings/workspace/rename-workspace.tsx";
import { Card } from "#components/ui/layout/card.tsx";

export const metadata: Metadata = { title: "Workspace settings" };

export default async function WorkspaceSettingsPage() {
  const { workspace, role } = await pageContext();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <Card title="Name">
        <RenameWorkspace name={workspace.name} allowed={role === "admin"} />
      </Card>
      <Card
        title="Leave"
        description="What you made stays here under your name. To come back you need a new invitation."
      >
        <LeaveWorkspace workspaceName={workspace.name} />
      </Card>
    </div>
  );
}
