import { Check, CircleHelp, X } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import type { BarOutcome } from "#lib/decisions/bar/bar-outcome.ts";

const marks = {
  pass: { Icon: Check, style: "text-positive", word: "met" },
  fail: { Icon: X, style: "text-negative", word: "missed" },
  "not enough evidence": { Icon: CircleHelp, style: "text-muted", word: "open" },
};

const order = { fail: 0, "not enough evidence": 1, pass: 2 };

/** Every rule of the bar with its sentence; those that decide come first. */
export function RuleList({ rules }: { rules: readonly BarOutcome[] }) {
  if (rules.length === 0) return null;
  const sorted = [...rules].sort((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <ul className="flex flex-col gap-0.5">
      {sorted.map((rule) => {
        const { Icon, style, word } = marks[rule.verdict];
        return (
          <li
            key={`${rule.rule} ${rule.slice?.dimension} ${rule.slice?.value}`}
            className="tabular flex max-w-prose gap-1.5"
            title={rule.method ?? undefined}
          >
            <Icon aria-hidden className={cx("mt-0.5 size-3 shrink-0", style)} />
            <span className="sr-only">{word}:</span>
            <span className={rule.verdict === "pass" ? "text-muted" : undefined}>{rule.sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
