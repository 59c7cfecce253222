import type { ReactNode } from "react";
import { Logo } from "#components/shell/logo.tsx";
import { ThemeToggle } from "#components/shell/theme-toggle.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-4 py-3 sm:px-6">
        <Logo />
        <ThemeToggle />
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[8vh] pb-16 sm:pt-[14vh]">
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  );
}
