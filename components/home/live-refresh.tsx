"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Renders the page's server parts again while it is looked at: for as long as something is running. */
export function LiveRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
