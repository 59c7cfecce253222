"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, DropdownMenuCheck, DropdownMenuLabel } from "#components/ui/overlay/dropdown-menu.tsx";

const THEMES = [
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
  { value: "system", label: "Same as the system", Icon: Monitor },
] as const;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label="Colour theme">
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="hidden dark:block" />
        </Button>
      }
    >
      <DropdownMenuLabel>Theme</DropdownMenuLabel>
      {THEMES.map(({ value, label, Icon }) => (
        <DropdownMenuCheck key={value} checked={theme === value} onCheckedChange={() => setTheme(value)}>
          <span className="flex items-center gap-2">
            <Icon aria-hidden />
            {label}
          </span>
        </DropdownMenuCheck>
      ))}
    </DropdownMenu>
  );
}
