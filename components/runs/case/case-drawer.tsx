"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { LabelActions } from "#components/review/label-actions.ts";
import { LabelsOfOthers } from "#components/review/labels-of-others.tsx";
import { LabelBar } from "#components/review/own/label-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { CopyButton } from "#components/ui/display/copy-button.tsx";
import { ErrorState } from "#components/ui/feedback/error-state.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Sheet } from "#components/ui/overlay/sheet.tsx";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { AttemptRef } from "#lib/runs/neighbour-attempts.ts";
import type { DiffMode } from "../diff/diff-mode.ts";
import { RepetitionSteps } from "../repetitions/repetition-steps.tsx";
import { CaseBody } from "./case-body.tsx";
import { useAttempt } from "./use-attempt.ts";
import { useSteps } from "./use-steps.ts";

export type CaseDrawerProps = {
  runId: string;
  caseKey: string;
  repetition: number;
  /** The list that next and previous go through. */
  query: string;
  /** What that list shows: "failed". */
  listLabel: string;
  /** Null: the view that fits the case. */
  mode: DiffMode | null;
  onModeChange: (mode: DiffMode) => void;
  onOpen: (attempt: AttemptRef) => void;
  onClose: () => void;
  /** Null for whoever may only read. */
  labelActions: LabelActions | null;
  /** After a verdict of the reader was stored. */
  onLabelled: () => void;
};

/** One case of a run in full. `j` and `k` go through the list as it is filtered, across its pages. */
export function CaseDrawer(props: CaseDrawerProps) {
  const { runId, caseKey, repetition, query, listLabel, onOpen, onClose } = props;
  const { opened, loading, error, retry, keepLabels, address, failureModes } = useAttempt(
    runId,
    { key: caseKey, repetition },
    query,
  );
  const neighbours = loading ? undefined : error === null ? opened?.neighbours : null;
  const step = useSteps(neighbours, onOpen);

  useShortcuts(
    [
      { keys: "j", label: "Next case", run: () => step("next"), inDialogs: true, repeat: true },
      { keys: "k", label: "Previous case", run: () => step("previous"), inDialogs: true, repeat: true },
    ],
    "Case",
  );

  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="xl"
      title={<span className="font-mono">{caseKey}</span>}
      description={
        <span className="tabular">
          {neighbours && neighbours.total > 0
            ? `${formatCount(neighbours.index)} of ${formatCount(neighbours.total)} ${listLabel}`
            : "\u00a0"}
        </span>
      }
      footer={labelBarOf(props, {
        opened: error === null ? opened : null,
        loading,
        address,
        failureModes,
        keepLabels,
      })}
      actions={
        <>
          <CopyButton text={linkTo(props)} label="Copy the link to this case" className="max-sm:hidden" />
          <Button
            size="sm"
            shortcut="k"
            disabled={!neighbours?.previous}
            onClick={() => step("previous")}
            aria-label="Previous case"
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            size="sm"
            shortcut="j"
            disabled={!neighbours?.next}
            onClick={() => step("next")}
            aria-label="Next case"
          >
            <ChevronRight aria-hidden />
          </Button>
        </>
      }
    >
      {error !== null ? (
        <ErrorState
          title="This case could not be shown"
          text={error}
          action={<Button onClick={retry}>Try again</Button>}
        />
      ) : opened === null ? (
        <CaseSkeleton />
      ) : (
        <div aria-busy={loading} className={cx("transition-opacity", loading && "opacity-60")}>
          {opened.attempt.repetitions.length > 1 && (
            <RepetitionSteps
              repetitions={opened.attempt.repetitions}
              current={repetition}
              onStep={(to) => onOpen({ key: caseKey, repetition: to })}
            />
          )}
          <CaseBody
            key={`${opened.attempt.case.id} ${opened.attempt.repetition}`}
            attempt={opened.attempt}
            mode={props.mode}
            onModeChange={props.onModeChange}
            labels={<LabelsOfOthers labels={opened.labels} isJudge={props.labelActions !== null} />}
          />
        </div>
      )}
    </Sheet>
  );
}

type Shown = Pick<
  ReturnType<typeof useAttempt>,
  "opened" | "loading" | "address" | "failureModes" | "keepLabels"
>;

/** Nothing for whoever may only read, and where there is no answer to judge. */
function labelBarOf(
  { runId, labelActions, onLabelled }: CaseDrawerProps,
  { opened, loading, address, failureModes, keepLabels }: Shown,
) {
  if (labelActions === null || opened?.attempt.outcome !== "answered") return undefined;
  const { attempt, labels } = opened;
  return (
    <LabelBar
      key={`${attempt.case.id} ${attempt.repetition}`}
      attempt={{ runId, key: attempt.case.key, repetition: attempt.repetition }}
      labels={labels}
      failureModes={failureModes}
      actions={labelActions}
      disabled={loading}
      onSaved={(saved) => {
        keepLabels(address, saved);
        onLabelled();
      }}
    />
  );
}

function linkTo({ runId, caseKey, repetition, query, mode }: CaseDrawerProps): string {
  const address = new URLSearchParams(query);
  address.set("case", caseKey);
  if (repetition > 1) address.set("repetition", String(repetition));
  if (mode !== null) address.set("mode", mode);
  return `${window.location.origin}/runs/${runId}?${address}`;
}

function CaseSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-20 w-full" />
    </div>
  );
}
