import { ArrowDown, ArrowUp, CircleHelp } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import type { QuantityWords } from "#lib/comparisons/quantities/quantity-words.ts";

const marks = {
  better: { Icon: ArrowDown, style: "text-positive" },
  worse: { Icon: ArrowUp, style: "text-negative" },
  unclear: { Icon: CircleHelp, style: "text-muted" },
};

/** What the paired test says of each run against the baseline; the arrow is where the quantity moved. */
export function QuantityClaims({ label, words }: { label: string; words: readonly QuantityWords[] }) {
  if (words.length === 0) return null;
  return (
    <ul aria-label={label} className="mt-3 flex flex-col gap-2 border-t pt-3 text-sm">
      {words.map(({ tone, claim, measured }) => {
        const { Icon, style } = marks[tone];
        return (
          <li key={claim} className="flex gap-2">
            <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", style)} />
            <p className="tabular min-w-0 max-w-prose">
              <span className={cx("font-medium", tone !== "unclear" && style)}>{claim}:</span>{" "}
              <span className="text-muted">{measured}.</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
