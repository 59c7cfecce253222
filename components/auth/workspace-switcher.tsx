"use client";

import { Plus } from "lucide-react";
import { useTransition } from "react";
import { switchWorkspaceAction } from "#app/(workspace)/settings/workspaces/actions.ts";
import { SidebarMenuButton } from "#components/shell/sidebar-menu-button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import {
  DropdownMenu,
  DropdownMenuCheck,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "#components/ui/overlay/dropdown-menu.tsx";
import { initials } from "./initials.ts";

type Workspace = { id: string; name: string };

export type WorkspaceSwitcherProps = { current: Workspace; workspaces: readonly Workspace[] };

export function WorkspaceSwitcher({ current, workspaces }: WorkspaceSwitcherProps) {
  const [pending, startTransition] = useTransition();

  function choose(workspaceId: string) {
    if (workspaceId === current.id || pending) return;
    startTransition(async () => {
      const result = await switchWorkspaceAction({ workspaceId });
      // A full load: pages of the other workspace may still be in the router's memory.
      if (result.ok) window.location.assign("/");
      else toast.error(result.message);
    });
  }

  return (
    <DropdownMenu
      align="start"
      trigger={
        <SidebarMenuButton
          mark={initials(current.name)}
          label={current.name}
          disabled={pending}
          aria-description="Switch workspace"
        />
      }
    >
      <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
      {workspaces.map((workspace) => (
        <DropdownMenuCheck
          key={workspace.id}
          checked={workspace.id === current.id}
          onCheckedChange={() => choose(workspace.id)}
        >
          {workspace.name}
        </DropdownMenuCheck>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuItem icon={<Plus aria-hidden />} href="/settings/workspaces">
        All workspaces
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
