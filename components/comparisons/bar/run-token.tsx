import { GripVertical, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type BarRun = {
  id: string;
  number: number;
  modelName: string;
  datasetName: string;
  /** "running" where it has not ended; null where there is nothing to say. */
  state: string | null;
  /** "archived model", where something of it was archived. */
  archived: string | null;
  /** Whether it is of the baseline's dataset. */
  isComparable: boolean;
  finishedAt: Date;
};

export type RunTokenProps = {
  run: BarRun;
  isBaseline: boolean;
  /** Something is being dragged over it. */
  isTarget: boolean;
  onMove: (step: 1 | -1) => void;
  onMakeBaseline: () => void;
  onRemove: () => void;
};

const steps: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One run of the comparison, with its handle, its place as baseline, and the way to remove it. */
export function RunToken({ run, isBaseline, isTarget, onMove, onMakeBaseline, onRemove }: RunTokenProps) {
  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  }
  return (
    <div
      className={cx(
        "flex h-full min-w-0 gap-1 rounded-lg border bg-surface py-2 pr-2 pl-1 shadow-card",
        isBaseline && "shadow-[inset_3px_0_0_var(--accent)]",
        !run.isComparable && "border-dashed",
        isTarget && "outline-2 outline-ring",
      )}
    >
      <button
        type="button"
        aria-label={`Move run ${run.number} with the arrow keys`}
        title="Drag, or press the arrow keys"
        onKeyDown={onKeyDown}
        className="grid w-6 shrink-0 cursor-grab place-items-center self-stretch rounded-sm text-faint hover:bg-hover hover:text-text"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex min-h-7 flex-wrap items-center gap-x-1.5">
          <TextLink href={`/runs/${run.id}`} className="font-medium text-sm">
            Run {run.number}
          </TextLink>
          {isBaseline && <Badge tone="accent">Baseline</Badge>}
          {!run.isComparable && <Badge tone="warning">another dataset</Badge>}
          {run.state !== null && <Badge tone="outline">{run.state}</Badge>}
          {run.archived !== null && <Badge tone="outline">{run.archived}</Badge>}
          <span className="ml-auto flex items-center">
            {!isBaseline && run.isComparable && (
              <Button variant="ghost" size="sm" onClick={onMakeBaseline} className="max-sm:px-1.5">
                Make baseline
              </Button>
            )}
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove run ${run.number} from the comparison`}
              onClick={onRemove}
            >
              <X aria-hidden />
            </Button>
          </span>
        </div>
        <p className="truncate text-sm" title={run.modelName}>
          {run.modelName}
        </p>
        <p className="truncate text-muted text-xs">
          {run.datasetName} · <Timestamp value={run.finishedAt} />
        </p>
      </div>
    </div>
  );
}
