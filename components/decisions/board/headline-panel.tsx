import { Award, CircleHelp } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import type { Board } from "#lib/decisions/board/board-schema.ts";

export type HeadlinePanelProps = { board: Pick<Board, "headline" | "notes" | "cheapestRunId"> };

/** The answer in one sentence, and what it does not prove. */
export function HeadlinePanel({ board: { headline, notes, cheapestRunId } }: HeadlinePanelProps) {
  const Icon = cheapestRunId === null ? CircleHelp : Award;
  return (
    <section aria-label="Answer" className="flex items-start gap-3">
      <span
        aria-hidden
        className={cx(
          "mt-0.5 grid size-8 shrink-0 place-items-center rounded-md",
          cheapestRunId === null ? "bg-pressed text-muted" : "bg-accent-soft text-accent",
        )}
      >
        <Icon className="size-4" />
      </span>
      <div className="min-w-0">
        <h2 className="tabular max-w-prose text-pretty font-semibold text-lg">{headline}</h2>
        {notes.length > 0 && (
          <ul className="mt-1.5 flex max-w-prose list-disc flex-col gap-1 pl-4 text-muted text-sm">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
