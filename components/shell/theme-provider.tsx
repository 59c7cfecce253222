"use client";

import { ThemeProvider as NextThemesProvider } from "next-themes";
import type { ReactNode } from "react";

/** Puts the chosen theme on `<html class>` before the first paint; `<html>` needs suppressHydrationWarning. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextThemesProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      storageKey="touchstone-theme"
      nonce={nonce}
    >
      {children}
    </NextThemesProvider>
  );
}
