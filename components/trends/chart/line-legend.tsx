import type { PlotLine } from "#components/charts/trend-plot/plot-types.ts";
import { cx } from "#components/ui/class-names.ts";

export type LineLegendProps = {
  lines: readonly PlotLine[];
  focusId: string | null;
  onLine: (line: string) => void;
};

/** The lines by name; pressing one shows its limits and changes. */
export function LineLegend({ lines, focusId, onLine }: LineLegendProps) {
  return (
    <ul aria-label="Lines" className="flex flex-wrap gap-1">
      {lines.map((line) => (
        <li key={line.id} className="min-w-0">
          <button
            type="button"
            aria-pressed={line.id === focusId}
            title={`Show limits and changes of ${line.label}`}
            onClick={() => onLine(line.id)}
            className={cx(
              "flex max-w-64 items-center gap-1.5 rounded-md border px-2 py-0.5 text-xs",
              line.id === focusId
                ? "border-strong bg-raised font-medium"
                : "border-transparent text-muted hover:bg-hover hover:text-text",
            )}
          >
            <span
              aria-hidden
              className="h-0.5 w-3.5 shrink-0 rounded-full"
              style={{ background: line.colour }}
            />
            <span className="truncate">{line.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
