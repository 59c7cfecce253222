import { Alert } from "#components/ui/feedback/alert.tsx";
import type { ComparabilityNote } from "#lib/comparisons/rules/comparability/comparability-note.ts";

/** What to know before believing the difference. */
export function ComparisonNotes({ notes }: { notes: readonly ComparabilityNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section
      aria-label={
        notes.some((note) => note.tone === "warning") ? "Comparability" : "Comparability, further notes"
      }
      className="grid gap-2 lg:grid-cols-2"
    >
      {notes.map((note) => (
        <Alert key={`${note.title} ${note.text}`} tone={note.tone} title={note.title}>
          {note.text}
        </Alert>
      ))}
    </section>
  );
}
