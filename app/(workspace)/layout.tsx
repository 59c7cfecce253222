import {
  Boxes,
  CalendarClock,
  ChartLine,
  Database,
  GitCompareArrows,
  House,
  ListChecks,
  Play,
  Scale,
  Settings,
} from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { findSignedIn } from "#app/_server/page-context.ts";
import { UserMenu } from "#components/auth/user-menu.tsx";
import { WorkspaceSwitcher } from "#components/auth/workspace-switcher.tsx";
import { AppShell } from "#components/shell/app-shell.tsx";
import type { NavSection } from "#components/shell/navigation.ts";
import { SIDEBAR_COOKIE } from "#components/shell/sidebar-cookie.ts";

const nav: readonly NavSection[] = [
  {
    items: [
      { href: "/", label: "Home", icon: <House aria-hidden />, shortcut: "g h", exact: true },
      {
        href: "/runs",
        label: "Runs",
        icon: <Play aria-hidden />,
        shortcut: "g r",
        keywords: ["experiments"],
      },
      {
        href: "/compare",
        label: "Compare",
        icon: <GitCompareArrows aria-hidden />,
        shortcut: "g c",
        keywords: ["side by side", "regressions"],
      },
      {
        href: "/trends",
        label: "Trends",
        icon: <ChartLine aria-hidden />,
        shortcut: "g t",
        keywords: ["history"],
      },
      {
        href: "/decisions",
        label: "Decisions",
        icon: <Scale aria-hidden />,
        shortcut: "g i",
        keywords: ["choose a model", "cheapest", "bar"],
      },
      {
        href: "/schedules",
        label: "Schedules",
        icon: <CalendarClock aria-hidden />,
        shortcut: "g e",
        keywords: ["cron", "nightly", "timetable"],
      },
    ],
  },
  {
    title: "Set up",
    items: [
      {
        href: "/datasets",
        label: "Datasets",
        icon: <Database aria-hidden />,
        shortcut: "g d",
        keywords: ["cases"],
      },
      {
        href: "/models",
        label: "Models",
        icon: <Boxes aria-hidden />,
        shortcut: "g m",
        keywords: ["connections"],
      },
      {
        href: "/graders",
        label: "Graders",
        icon: <ListChecks aria-hidden />,
        shortcut: "g g",
        keywords: ["checks"],
      },
      {
        href: "/settings",
        label: "Settings",
        icon: <Settings aria-hidden />,
        shortcut: "g s",
        keywords: ["members", "invite", "account", "password", "audit log"],
      },
    ],
  },
];

/** The frame only. Each page below asks for its own context, because a layout is not rendered again on every navigation. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [signedIn, store] = await Promise.all([findSignedIn(), cookies()]);
  if (signedIn === null) return children;
  const { user, workspace, memberships } = signedIn;
  return (
    <AppShell
      nav={nav}
      defaultCollapsed={store.get(SIDEBAR_COOKIE)?.value === "collapsed"}
      workspaceSwitcher={<WorkspaceSwitcher current={workspace} workspaces={memberships} />}
      userMenu={<UserMenu name={user.name} email={user.email} />}
    >
      {children}
    </AppShell>
  );
}
