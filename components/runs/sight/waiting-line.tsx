import { CircleAlert, CirclePlay, Hourglass } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import type { WaitingReason } from "#lib/runs/sight/waiting-reason.ts";

const marks: Record<WaitingReason["kind"], { Icon: typeof Hourglass; colour: string }> = {
  working: { Icon: CirclePlay, colour: "text-muted" },
  waiting: { Icon: Hourglass, colour: "text-info" },
  stuck: { Icon: CircleAlert, colour: "text-warning" },
};

/** What the run waits for. Read aloud only when somebody has to do something. */
export function WaitingLine({ waiting }: { waiting: WaitingReason }) {
  const { Icon, colour } = marks[waiting.kind];
  return (
    <p role={waiting.kind === "stuck" ? "alert" : undefined} className="flex items-start gap-2 text-sm">
      <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", colour)} />
      <span className="untrusted-text tabular min-w-0">{waiting.sentence}</span>
    </p>
  );
}
