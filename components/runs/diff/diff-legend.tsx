export type DiffLabels = {
  /** Names the first text: "expected", "run 12". */
  beforeLabel: string;
  /** Names the second text: "answer", "run 13". */
  afterLabel: string;
};

export const REMOVED_STYLE =
  "rounded-[2px] bg-info-soft text-text line-through decoration-info decoration-1 box-decoration-clone";
export const ADDED_STYLE =
  "rounded-[2px] bg-warning-soft text-text underline decoration-2 decoration-warning underline-offset-2 box-decoration-clone";

/** What the two marks of a diff mean. They differ in line as well as in colour; green and red are kept for proven change. */
export function DiffLegend({ beforeLabel, afterLabel }: DiffLabels) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      <span>
        <span className={REMOVED_STYLE}>struck through</span> only in {beforeLabel}
      </span>
      <span>
        <span className={ADDED_STYLE}>underlined</span> only in {afterLabel}
      </span>
    </p>
  );
}
