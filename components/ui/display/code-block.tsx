import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { CopyButton } from "./copy-button.tsx";

export type CodeBlockProps = {
  /** Shown as plain text, whatever it contains. */
  code: string;
  /** Above the code: a file name, "Request", "Shell". */
  title?: ReactNode;
  /** Breaks long lines instead of scrolling sideways. */
  wrap?: boolean;
  /** CSS length. */
  maxHeight?: string;
  copyable?: boolean;
  className?: string;
};

export function CodeBlock({
  code,
  title,
  wrap = false,
  maxHeight = "24rem",
  copyable = true,
  className,
}: CodeBlockProps) {
  return (
    <figure className={cx("relative min-w-0 overflow-hidden rounded-md border bg-sunken", className)}>
      {title && (
        <figcaption className="border-b px-3 py-1.5 pr-10 font-medium text-muted text-xs">{title}</figcaption>
      )}
      {copyable && (
        <CopyButton text={code} label="Copy" className="absolute top-0.5 right-0.5 z-10 bg-sunken/80" />
      )}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        tabIndex={0}
        style={{ maxHeight }}
        className={cx(
          "overflow-auto px-3 py-2.5 font-mono text-xs leading-5 focus-visible:-outline-offset-2",
          copyable && !title && "pr-10",
          wrap && "untrusted-text",
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
