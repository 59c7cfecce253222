import { ArrowDown, ArrowUp, Equal } from "lucide-react";
import { cx } from "../class-names.ts";

/** better and worse only when the interval excludes no change; otherwise unclear. */
export type DeltaVerdict = "better" | "worse" | "unclear" | "same";

export type DeltaProps = {
  /** Decides the arrow only. */
  difference: number;
  /** Already formatted and signed: "+3.1 pp". */
  text: string;
  verdict: DeltaVerdict;
  interval?: string | null;
  className?: string;
};

const TONES: Record<DeltaVerdict, string> = {
  better: "text-positive font-medium",
  worse: "text-negative font-medium",
  unclear: "text-muted",
  same: "text-muted",
};
const WORDS: Record<DeltaVerdict, string> = {
  better: "better",
  worse: "worse",
  unclear: "could be noise",
  same: "no change",
};

/** A change against the baseline. Colour, arrow and a spoken word say the same thing. */
export function Delta({ difference, text, verdict, interval, className }: DeltaProps) {
  const Arrow = difference > 0 ? ArrowUp : difference < 0 ? ArrowDown : Equal;
  return (
    <span
      title={`${text}${interval ? ` ${interval}` : ""}: ${WORDS[verdict]}`}
      className={cx("tabular inline-flex items-baseline gap-1 whitespace-nowrap", className)}
    >
      <span className={cx("inline-flex items-center gap-0.5", TONES[verdict])}>
        <Arrow aria-hidden className="size-3 shrink-0" />
        {text}
      </span>
      {interval && <span className="text-faint text-xs">{interval}</span>}
      <span className="sr-only">, {WORDS[verdict]}</span>
    </span>
  );
}
