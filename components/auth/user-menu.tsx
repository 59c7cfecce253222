"use client";

import { LogOut, UserRound } from "lucide-react";
import { SidebarMenuButton } from "#components/shell/sidebar-menu-button.tsx";
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "#components/ui/overlay/dropdown-menu.tsx";
import { initials } from "./initials.ts";
import { leaveSession } from "./leave-session.ts";

/** Who is signed in, the way to their account, and the way out. The theme has its own button beside it. */
export function UserMenu({ name, email }: { name: string; email: string }) {
  return (
    <DropdownMenu
      side="top"
      align="start"
      trigger={
        <SidebarMenuButton
          mark={initials(name)}
          label={name}
          detail={email}
          aria-description="Your account"
        />
      }
    >
      <DropdownMenuLabel>{email}</DropdownMenuLabel>
      <DropdownMenuItem icon={<UserRound aria-hidden />} href="/settings/account">
        Account
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem icon={<LogOut aria-hidden />} onSelect={leaveSession}>
        Sign out
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
