"use client";

import dynamic from "next/dynamic";
import { useTheme } from "next-themes";

const Sonner = dynamic(async () => (await import("sonner")).Toaster, { ssr: false });

/** Once, in the layout. Then `toast` says what was done, with Undo where that is possible. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      gap={8}
      toastOptions={{
        classNames: {
          toast:
            "!rounded-lg !border !border-strong !bg-raised !text-text !shadow-float !font-sans !text-sm !gap-2.5 !p-3",
          description: "!text-muted !text-xs",
          actionButton: "!rounded-md !bg-accent !text-accent-contrast !font-medium",
          cancelButton: "!rounded-md !bg-hover !text-text",
          error: "[&_[data-icon]]:!text-negative",
          success: "[&_[data-icon]]:!text-text",
        },
      }}
    />
  );
}
