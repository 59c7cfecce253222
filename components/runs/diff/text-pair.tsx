import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";
import type { DiffLabels } from "./diff-legend.tsx";

export type TextPairProps = DiffLabels & { before: ReactNode; after: ReactNode; mono?: boolean };

/** Two texts beside each other, under each other on phones. */
export function TextPair({ before, after, beforeLabel, afterLabel, mono = false }: TextPairProps) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {[
        { label: beforeLabel, content: before },
        { label: afterLabel, content: after },
      ].map(({ label, content }) => (
        <figure key={label} className="min-w-0 rounded-md border bg-raised">
          <figcaption className="border-b px-3 py-1.5 font-medium text-muted text-xs first-letter:uppercase">
            {label}
          </figcaption>
          {/* biome-ignore lint/a11y/useSemanticElements: a group of text, not of form fields */}
          <div
            role="group"
            aria-label={label}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
            tabIndex={0}
            className={cx(
              "untrusted-text max-h-[28rem] overflow-auto px-3 py-2 focus-visible:-outline-offset-2",
              mono ? "font-mono text-xs" : "text-sm",
            )}
          >
            {content}
          </div>
        </figure>
      ))}
    </div>
  );
}

/** Text as it is, or the word that there is none. */
export function PlainText({ text, empty = "empty" }: { text: string; empty?: string }) {
  return text === "" ? <span className="text-faint italic">{empty}</span> : text;
}
