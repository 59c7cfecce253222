"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../button.tsx";

export type CopyButtonProps = {
  text: string;
  /** What is copied: "Copy the run id". */
  label: string;
  /** Shows the label beside the icon. */
  showLabel?: boolean;
  className?: string;
};

const SHOWN_MS = 1600;

export function CopyButton({ text, label, showLabel = false, className }: CopyButtonProps) {
  const [result, setResult] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setResult("copied");
    } catch {
      // Browsers refuse the clipboard on plain HTTP.
      setResult(copyBySelection(text) ? "copied" : "failed");
    }
  }

  const said = result === "copied" ? "Copied" : result === "failed" ? "Could not copy" : label;
  return (
    <Button
      variant="ghost"
      size={showLabel ? "sm" : "icon-sm"}
      onClick={copy}
      aria-label={said}
      title={said}
      className={className}
    >
      {result === "copied" ? <Check aria-hidden className="text-accent" /> : <Copy aria-hidden />}
      {showLabel && <span aria-hidden>{said}</span>}
    </Button>
  );
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
