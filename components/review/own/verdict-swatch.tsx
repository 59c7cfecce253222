import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL } from "#components/ui/feedback/outcome-fill.ts";
import type { LabelVerdict } from "#lib/review/labels/label-verdict.ts";

/** The colour that a verdict has in every bar; a word always stands beside it. */
export function VerdictSwatch({ verdict }: { verdict: LabelVerdict }) {
  return (
    <span
      aria-hidden
      className={cx("size-2.5 shrink-0 rounded-[2px] border border-text/15", OUTCOME_FILL[verdict])}
    />
  );
}
