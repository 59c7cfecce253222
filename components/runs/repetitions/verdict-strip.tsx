import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL } from "#components/ui/feedback/outcome-fill.ts";
import type { AttemptVerdict } from "#lib/runs/attempts/read-attempt-rows.ts";

export type VerdictStripProps = {
  verdicts: readonly (AttemptVerdict | null)[];
  /** The one that is looked at, counted from 0. */
  current?: number;
};

const mostSquares = 6;

/** "3 of 5 passed" with a square for each attempt, as far as there is room, and whether the case passes sometimes only. */
export function VerdictStrip({ verdicts, current }: VerdictStripProps) {
  const passed = verdicts.filter((verdict) => verdict === "passed").length;
  const isFlaky = passed > 0 && verdicts.includes("failed");
  return (
    <span className="tabular inline-flex items-center gap-2 whitespace-nowrap">
      {verdicts.length <= mostSquares && (
        <span aria-hidden className="inline-flex gap-1 px-0.5">
          {verdicts.map((verdict, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: attempts never reorder
              key={index}
              className={cx(
                "size-2 rounded-[2px] border border-text/15",
                OUTCOME_FILL[verdict ?? "pending"],
                index === current && "outline-1 outline-offset-1 outline-text",
              )}
            />
          ))}
        </span>
      )}
      <span className="text-muted text-xs">
        {passed} of {verdicts.length}
        <span className="sr-only"> passed</span>
      </span>
      {isFlaky && (
        <Badge tone="outline" title="The same case passed in some attempts and failed in others">
          flaky
        </Badge>
      )}
    </span>
  );
}
