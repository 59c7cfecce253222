import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { CreateWorkspace } from "#components/settings/workspace/create-workspace.tsx";
import { WorkspacesTable } from "#components/settings/workspace/workspaces-table.tsx";
import { Card } from "#components/ui/layout/card.tsx";

export const metadata: Metadata = { title: "All workspaces" };

export default async function WorkspacesPage() {
  const { workspace, memberships, role } = await pageContext();
  return (
    <Card
      title="Your workspaces"
      description="A workspace has its own datasets, models, runs and members; nothing is shared between them."
      actions={role === "admin" && <CreateWorkspace />}
      flush
    >
      <WorkspacesTable workspaces={memberships} currentId={workspace.id} />
    </Card>
  );
}
