"use client";

import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL } from "#components/ui/feedback/outcome-fill.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { AttemptDetail } from "#lib/runs/get-attempt.ts";

export type RepetitionStepsProps = {
  repetitions: AttemptDetail["repetitions"];
  current: number;
  onStep: (repetition: number) => void;
};

/** All attempts at a case, one press apart: `h` and `l` step through them. */
export function RepetitionSteps({ repetitions, current, onStep }: RepetitionStepsProps) {
  const at = repetitions.findIndex(({ repetition }) => repetition === current);
  const passed = repetitions.filter(({ verdict }) => verdict === "passed").length;
  const step = (to: number) => {
    const target = repetitions[to];
    if (target !== undefined) onStep(target.repetition);
  };
  useShortcuts(
    [
      { keys: "h", label: "Previous repetition", run: () => step(at - 1), inDialogs: true, repeat: true },
      { keys: "l", label: "Next repetition", run: () => step(at + 1), inDialogs: true, repeat: true },
    ],
    "Repetitions of a case",
  );
  return (
    <nav aria-label="Repetitions" className="mb-5 rounded-md border bg-sunken/50 px-3 py-2.5">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 text-xs">
        <p className="tabular">
          <span className="font-medium">
            {formatCount(passed)} of {formatCount(repetitions.length)} passed
          </span>
          <span className="text-muted"> · repetition {formatCount(current)} is shown</span>
        </p>
        <span className="flex items-center gap-1 text-faint max-sm:hidden">
          <Kbd keys="h" />
          <Kbd keys="l" />
        </span>
      </div>
      <ol className="flex max-h-32 flex-wrap gap-1 overflow-y-auto">
        {repetitions.map(({ repetition, verdict }) => (
          <li key={repetition}>
            <button
              type="button"
              aria-current={repetition === current || undefined}
              aria-label={`Repetition ${repetition}: ${verdict ?? "waiting to be graded"}`}
              onClick={() => onStep(repetition)}
              className={cx(
                "tabular inline-flex h-7 min-w-9 items-center justify-center gap-1.5 rounded-sm border bg-surface px-1.5 text-xs hover:bg-hover",
                repetition === current && "border-accent font-semibold ring-1 ring-accent",
              )}
            >
              <span
                aria-hidden
                className={cx(
                  "size-2 rounded-[2px] border border-text/15",
                  OUTCOME_FILL[verdict ?? "pending"],
                )}
              />
              {repetition}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
